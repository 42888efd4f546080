import { IsUrl, MaxLength } from 'class-validator';

export class RemotePictureDto {
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true },
    { message: '图片地址须以 http:// 或 https:// 开头' },
  )
  @MaxLength(2000, { message: '图片地址过长' })
  address: string;
}
