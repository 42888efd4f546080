import { PageQuery, type SiteDirectory } from '@zhanqun/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Min,
} from 'class-validator';
import type { Account } from '../account/account.entity';
import { ROLE_CODES, ROLES, type RoleCode } from '../role/roles';
import { siteView, SiteOfMembershipView } from '../session/session.dto';
import type { Membership } from './membership.entity';

export class MembershipQuery extends PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '账号编号须为整数' })
  accountId?: number;

  /** Key of a site. */
  @IsOptional()
  @IsString()
  @Length(1, 60, { message: '没有这个站点' })
  site?: string;

  @IsOptional()
  @IsIn(ROLE_CODES, { message: '没有这个角色' })
  role?: RoleCode;
}

/** A role at the site of the address. */
export class NewMemberDto {
  @IsInt({ message: '请选择人员' })
  @Min(1, { message: '请选择人员' })
  accountId: number;

  @IsIn(ROLE_CODES, { message: '请从角色列表中选择' })
  role: RoleCode;

  /** Left out or null: all channels. */
  @IsOptional()
  @IsArray({ message: '栏目须为列表' })
  @ArrayMaxSize(500, { message: '栏目至多 500 个，更多请不限定栏目' })
  @IsInt({ each: true, message: '栏目编号须为整数' })
  @Min(1, { each: true, message: '栏目编号须为正整数' })
  channelIds?: number[] | null;

  @IsOptional()
  @Type(() => Date)
  @IsDate({ message: '截止时间须为日期时间' })
  until?: Date | null;
}

export class NewMembershipDto extends NewMemberDto {
  /** Key of the site; left out or null for the platform roles. */
  @IsOptional()
  @IsString()
  @Length(1, 60, { message: '没有这个站点' })
  site?: string | null;
}

export class CandidateQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Length(1, 50, { message: '查找内容须为 1 至 50 字' })
  q?: string;
}

export class MemberAccountView {
  id: number;
  username: string;
  realName: string;
  organisationId: number | null;
}

export class MembershipView {
  id: number;
  account: MemberAccountView;
  site: SiteOfMembershipView | null;
  role: RoleCode;
  roleName: string;
  channelIds: number[] | null;
  until: string | null;
  grantedAt: string;
}

export class MembershipPageView {
  items: MembershipView[];
  total: number;
  page: number;
  pageSize: number;
}

export class CandidatePageView {
  items: MemberAccountView[];
  total: number;
  page: number;
  pageSize: number;
}

type AccountFacts = Pick<Account, 'id' | 'username' | 'realName' | 'organisationId'>;

export function toMemberAccountView({
  id,
  username,
  realName,
  organisationId,
}: AccountFacts): MemberAccountView {
  return { id, username, realName, organisationId };
}

export function toMembershipView(
  membership: Membership,
  account: AccountFacts,
  directory: SiteDirectory,
): MembershipView {
  return {
    id: membership.id,
    account: toMemberAccountView(account),
    site: siteView(membership.siteId, directory),
    role: membership.role,
    roleName: ROLES[membership.role].name,
    channelIds: membership.channelIds,
    until: membership.until?.toISOString() ?? null,
    grantedAt: membership.createdAt.toISOString(),
  };
}
