import { Global, Module } from '@nestjs/common';
import { AbilityFactory, SessionReader } from '@zhanqun/platform';
import { AccountKeys } from './account/account-keys.service';
import { AccountController } from './account/account.controller';
import { Accounts } from './account/accounts.service';
import { IdentityCleanUp } from './identity.jobs';
import { IdentityRules } from './identity-rules';
import { MembershipController } from './membership/membership.controller';
import { Memberships } from './membership/memberships.service';
import { NoticeChoices } from './notice/notice-choices.service';
import { NoticeController } from './notice/notice.controller';
import { NoticeDigest } from './notice/notice-digest.job';
import { MailNotice, TellNews } from './notice/notice.jobs';
import { Notices } from './notice/notices.service';
import { FirstStart } from './one-time-link/first-start';
import { OneTimeLinkController } from './one-time-link/one-time-link.controller';
import { OneTimeLinks } from './one-time-link/one-time-links.service';
import { InitialPasswords } from './password/initial-passwords.service';
import { PasswordHasher } from './password/password-hasher';
import { Passwords } from './password/passwords.service';
import { MembershipAbilityFactory } from './role/membership-ability-factory';
import { RoleController } from './role/role.controller';
import { OwnAccount } from './session/own-account.service';
import { OwnAccountController, SessionController } from './session/session.controller';
import { Sessions } from './session/sessions.service';
import { SignIn } from './session/sign-in.service';
import { SignInCounters } from './session/sign-in-counters';
import { StoredSessionReader } from './session/stored-session-reader';

const services = [
  Accounts,
  AccountKeys,
  FirstStart,
  InitialPasswords,
  MembershipAbilityFactory,
  Memberships,
  NoticeChoices,
  Notices,
  OneTimeLinks,
  OwnAccount,
  Passwords,
  Sessions,
  SignIn,
  SignInCounters,
];

/** Accounts, rights and sessions, in every process. Needs a `SiteDirectory`. */
@Global()
@Module({
  providers: [
    ...services,
    { provide: IdentityRules, useFactory: () => new IdentityRules() },
    { provide: PasswordHasher, useFactory: () => new PasswordHasher() },
    { provide: SessionReader, useClass: StoredSessionReader },
    { provide: AbilityFactory, useExisting: MembershipAbilityFactory },
  ],
  exports: [...services, IdentityRules, PasswordHasher, SessionReader, AbilityFactory],
})
export class IdentityModule {}

/** Signing in, one's own account, accounts, grants and roles in the console. */
@Module({
  controllers: [
    SessionController,
    OwnAccountController,
    OneTimeLinkController,
    AccountController,
    MembershipController,
    RoleController,
    NoticeController,
  ],
})
export class IdentityConsoleModule {}

/** Cleaning up, in the worker. */
@Module({ providers: [IdentityCleanUp, MailNotice, NoticeDigest, TellNews] })
export class IdentityJobsModule {}
