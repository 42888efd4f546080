import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { IssuedLink, OpenedLink } from './one-time-links.service';
import type { LinkPurpose } from './one-time-link.entity';

export class UseLinkDto {
  @IsString({ message: '请输入新密码' })
  @MaxLength(500, { message: '新密码过长' })
  password: string;

  /** Asked for on first start. */
  @IsOptional()
  @IsString({ message: '请填写本人姓名' })
  @Length(2, 50, { message: '姓名须为 2 至 50 字' })
  realName?: string;
}

export class OneTimeLinkView {
  username: string;
  realName: string;
  purpose: LinkPurpose;
  expiresAt: string;
}

/** Shown once to the administrator who hands it on. */
export class IssuedLinkView {
  path: string;
  expiresAt: string;
}

export function toOneTimeLinkView({ username, realName, purpose, expiresAt }: OpenedLink): OneTimeLinkView {
  return { username, realName, purpose, expiresAt: expiresAt.toISOString() };
}

export function toIssuedLinkView({ path, expiresAt }: IssuedLink): IssuedLinkView {
  return { path, expiresAt: expiresAt.toISOString() };
}
