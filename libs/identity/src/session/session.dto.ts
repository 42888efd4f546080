import type { Ability, SiteKind } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import { IsString, Length, MaxLength } from 'class-validator';
import type { Account } from '../account/account.entity';
import type { Membership } from '../membership/membership.entity';
import type { RightsAbility } from '../role/ability';
import { ROLES, type RoleCode } from '../role/roles';
import type { Session } from './session.entity';
import type { SignedIn } from './sign-in.service';

export class SignInDto {
  @IsString({ message: '请输入登录名' })
  @Length(1, 100, { message: '请输入登录名' })
  username: string;

  @IsString({ message: '请输入密码' })
  @Length(1, 500, { message: '请输入密码' })
  password: string;
}

export class ChangePasswordDto {
  @IsString({ message: '请输入当前密码' })
  @Length(1, 500, { message: '请输入当前密码' })
  current: string;

  @IsString({ message: '请输入新密码' })
  @MaxLength(500, { message: '新密码过长' })
  next: string;
}

export class OwnAccountView {
  id: number;
  username: string;
  realName: string;
  organisationId: number | null;
}

export class SignedInView {
  account: OwnAccountView;
  mustChangePassword: boolean;
  /** Shown after signing in, so that a lent account is noticed. */
  previousSignInAt: string | null;
  previousSignInAddress: string | null;
}

export class SiteOfMembershipView {
  id: number;
  key: string;
  name: string;
  kind: SiteKind;
}

export class OwnMembershipView {
  /** Null for the platform roles. */
  site: SiteOfMembershipView | null;
  role: RoleCode;
  roleName: string;
  channelIds: number[] | null;
  until: string | null;
}

/** A rule that `createMongoAbility` of `@casl/ability` takes as it is. */
export class RightView {
  action: string[];
  subject: string[];
  conditions?: Record<string, unknown>;
  /** The rule forbids. */
  inverted?: boolean;
}

export class WhoAmIView {
  account: OwnAccountView;
  memberships: OwnMembershipView[];
  /** Rules that hold outside any site. */
  rights: RightView[];
  mustChangePassword: boolean;
  passwordExpiresAt: string | null;
}

export class RightsView {
  rights: RightView[];
}

export class OwnSessionView {
  id: number;
  address: string;
  userAgent: string;
  signedInAt: string;
  lastSeenAt: string;
  isCurrent: boolean;
}

export class OwnSessionsView {
  items: OwnSessionView[];
}

export function toOwnAccountView({ id, username, realName, organisationId }: Account): OwnAccountView {
  return { id, username, realName, organisationId };
}

export function toSignedInView(signedIn: SignedIn, mustChangePassword: boolean): SignedInView {
  return {
    account: toOwnAccountView(signedIn.account),
    mustChangePassword,
    previousSignInAt: signedIn.previousSignInAt?.toISOString() ?? null,
    previousSignInAddress: signedIn.previousSignInAddress,
  };
}

export function toOwnMembershipView(
  { siteId, role, channelIds, until }: Membership,
  directory: SiteDirectory,
): OwnMembershipView {
  return {
    site: siteView(siteId, directory),
    role,
    roleName: ROLES[role].name,
    channelIds,
    until: until?.toISOString() ?? null,
  };
}

export function siteView(siteId: number | null, directory: SiteDirectory): SiteOfMembershipView | null {
  const site = siteId === null ? undefined : directory.byId(siteId);
  return site ? { id: site.id, key: site.key, name: site.name, kind: site.kind } : null;
}

/** The rules behind an ability. The platform's own ability has none to show. */
export function rightsView(ability: Ability): RightView[] {
  const { rules = [] } = ability as Partial<RightsAbility>;
  return rules.map(({ action, subject, conditions, inverted }) => ({
    action: [action].flat(),
    subject: [subject].flat().map(String),
    ...(conditions ? { conditions: conditions as Record<string, unknown> } : {}),
    ...(inverted ? { inverted } : {}),
  }));
}

export function toOwnSessionView(session: Session, currentId: string | undefined): OwnSessionView {
  return {
    id: session.id,
    address: session.address,
    userAgent: session.userAgent,
    signedInAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    isCurrent: String(session.id) === currentId,
  };
}
