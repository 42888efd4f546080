import { PageQuery, type SiteDirectory } from '@zhanqun/platform';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsInt, IsOptional, IsString, Length, Matches, Min } from 'class-validator';
import { MembershipView, toMembershipView } from '../membership/membership.dto';
import { IssuedLinkView } from '../one-time-link/one-time-link.dto';
import { ROLE_CODES, type RoleCode } from '../role/roles';
import { ACCOUNT_STATES, type AccountListing, type AccountState } from './accounts.service';
import { maskedPhone } from './username';

const USERNAME_MESSAGE = '登录名须为 3 至 32 位小写字母、数字或 . _ -，以字母开头';
const PHONE = { pattern: /^[\d+() -]{5,20}$/, message: '电话只能包含数字和 + ( ) -，5 至 20 位' };

export class AccountQuery extends PageQuery {
  /** Part of the login name, real name or telephone number. */
  @IsOptional()
  @IsString()
  @Length(1, 50, { message: '查找内容须为 1 至 50 字' })
  q?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '机构编号须为整数' })
  organisationId?: number;

  @IsOptional()
  @IsIn(ROLE_CODES, { message: '没有这个角色' })
  role?: RoleCode;

  @IsOptional()
  @IsIn(ACCOUNT_STATES, { message: '没有这种账号状态' })
  status?: AccountState;
}

export class NewAccountDto {
  @IsString({ message: '请填写登录名' })
  @Matches(/^[A-Za-z][A-Za-z0-9._-]{2,31}$/, { message: USERNAME_MESSAGE })
  username: string;

  @IsString({ message: '账号实行实名制，请填写姓名' })
  @Length(2, 50, { message: '姓名须为 2 至 50 字' })
  realName: string;

  @Type(() => Number)
  @IsInt({ message: '请选择所属机构' })
  @Min(1, { message: '请选择所属机构' })
  organisationId: number;

  @IsOptional()
  @Matches(PHONE.pattern, { message: PHONE.message })
  phone?: string | null;

  @IsOptional()
  @IsEmail({}, { message: '电子邮箱地址有误' })
  @Length(3, 100, { message: '电子邮箱地址过长' })
  email?: string | null;
}

export class EditAccountDto {
  @IsOptional()
  @IsString({ message: '账号实行实名制，请填写姓名' })
  @Length(2, 50, { message: '姓名须为 2 至 50 字' })
  realName?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '请选择所属机构' })
  @Min(1, { message: '请选择所属机构' })
  organisationId?: number;

  @IsOptional()
  @Matches(PHONE.pattern, { message: PHONE.message })
  phone?: string | null;

  @IsOptional()
  @IsEmail({}, { message: '电子邮箱地址有误' })
  @Length(3, 100, { message: '电子邮箱地址过长' })
  email?: string | null;
}

export class ReasonDto {
  @IsString({ message: '请填写原因，便于日后核查' })
  @Length(2, 200, { message: '原因须为 2 至 200 字' })
  reason: string;
}

export class OptionalReasonDto {
  @IsOptional()
  @IsString({ message: '原因须为文字' })
  @Length(2, 200, { message: '原因须为 2 至 200 字' })
  reason?: string;
}

export class AccountView {
  id: number;
  username: string;
  realName: string;
  organisationId: number | null;
  /** Masked in lists. */
  phone: string | null;
  email: string | null;
  /** `invited` until the person has set a first password (or a new one after a reset). */
  status: 'invited' | 'active' | 'disabled';
  lockedUntil: string | null;
  /** Not used for 90 days. */
  isDormant: boolean;
  mustChangePassword: boolean;
  passwordChangedAt: string | null;
  lastSignInAt: string | null;
  createdAt: string;
  memberships: MembershipView[];
}

export class AccountPageView {
  items: AccountView[];
  total: number;
  page: number;
  pageSize: number;
}

export class NewAccountView {
  account: AccountView;
  link: IssuedLinkView;
}

export function toAccountView(listing: AccountListing, directory: SiteDirectory): AccountView {
  const { account, memberships, lockedUntil, isDormant } = listing;
  return {
    id: account.id,
    username: account.username,
    realName: account.realName,
    organisationId: account.organisationId,
    phone: account.phone,
    email: account.email,
    status: account.status === 'disabled' ? 'disabled' : account.passwordHash === null ? 'invited' : 'active',
    lockedUntil: lockedUntil?.toISOString() ?? null,
    isDormant,
    mustChangePassword: account.mustChangePassword,
    passwordChangedAt: account.passwordChangedAt?.toISOString() ?? null,
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
    createdAt: account.createdAt.toISOString(),
    memberships: memberships.map((one) => toMembershipView(one, account, directory)),
  };
}

/** As in a list: nobody needs every telephone number at once. */
export function toAccountLine(listing: AccountListing, directory: SiteDirectory): AccountView {
  return { ...toAccountView(listing, directory), phone: maskedPhone(listing.account.phone) };
}
