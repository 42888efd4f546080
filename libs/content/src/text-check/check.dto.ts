import { IsString } from 'class-validator';

export class CheckTextDto {
  @IsString({ message: '请填写要检查的文字' })
  text: string;
}
