import { Injectable } from '@nestjs/common';
import { mapPage, type Ctx, type Page, type PageRequest, type StaffCtx } from '@zhanqun/kernel';
import {
  allOf,
  Audit,
  containing,
  Db,
  In,
  IsNull,
  isUniqueViolation,
  LessThan,
  Not,
  type Where,
} from '@zhanqun/platform';
import { IdentityRules } from '../identity-rules';
import { Membership } from '../membership/membership.entity';
import { Memberships } from '../membership/memberships.service';
import { OneTimeLinks, type IssuedLink } from '../one-time-link/one-time-links.service';
import { isCurrent } from '../role/rights';
import type { RoleCode } from '../role/roles';
import { SignInCounters } from '../session/sign-in-counters';
import { Account } from './account.entity';
import { accountNotFound, personTaken, usernameInvalid, usernameTaken } from './account.errors';
import { isUsername, normalUsername } from './username';

/** How an account stands, as the list shows and filters it. */
export const ACCOUNT_STATES = ['invited', 'active', 'disabled', 'locked', 'dormant'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export interface AccountFilter {
  /** Part of the login name, real name or telephone number. */
  readonly q?: string;
  readonly organisationId?: number;
  readonly role?: RoleCode;
  readonly state?: AccountState;
}

export interface NewAccount {
  readonly username: string;
  readonly realName: string;
  readonly organisationId: number | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}
export type AccountChanges = Partial<Omit<NewAccount, 'username'>>;

/** An account with what is known about it elsewhere. */
export interface AccountListing {
  readonly account: Account;
  readonly memberships: readonly Membership[];
  readonly lockedUntil: Date | null;
  /** 长期未用. */
  readonly isDormant: boolean;
}

export interface Member {
  readonly accountId: number;
  readonly name: string;
  readonly channelIds: readonly number[] | null;
}

/** 账号：finding, issuing and keeping them. Locking people out and in again is `AccountKeys`' work. */
@Injectable()
export class Accounts {
  constructor(
    private readonly db: Db,
    private readonly memberships: Memberships,
    private readonly links: OneTimeLinks,
    private readonly counters: SignInCounters,
    private readonly audit: Audit,
    private readonly rules: IdentityRules,
  ) {}

  async list(ctx: StaffCtx, filter: AccountFilter, request: PageRequest): Promise<Page<AccountListing>> {
    const where = allOf(...(await this.conditionsOf(ctx, filter)));
    const page = await this.db.shared(ctx, Account).page({ where, order: { username: 'ASC' } }, request);
    const listings = await this.listings(ctx, page.items);
    return mapPage(page, (account) => listings.get(account.id) as AccountListing);
  }

  async getAccount(ctx: StaffCtx, id: number): Promise<AccountListing> {
    const account = await this.db.shared(ctx, Account).findOne({ id });
    if (!account) throw accountNotFound();
    return (await this.listings(ctx, [account])).get(id) as AccountListing;
  }

  /** 开户：the account and the one-time link by which its person sets the first password. */
  async create(ctx: StaffCtx, wish: NewAccount): Promise<{ account: Account; link: IssuedLink }> {
    const username = normalUsername(wish.username);
    if (!isUsername(username)) throw usernameInvalid();
    try {
      return await this.db.transaction(ctx, async (ctx) => {
        await this.refuseSecondAccount(ctx, wish);
        const accounts = this.db.shared(ctx, Account);
        const account = await accounts.save(
          accounts.build({ ...contactsOf(wish), ...facts(wish), username }),
        );
        await this.audit.record(ctx, {
          action: 'account.create',
          subject: 'Account',
          subjectId: account.id,
          summary: `开通账号“${username}”（${account.realName}）`,
          detail: { organisationId: account.organisationId },
        });
        return { account, link: await this.links.issue(ctx, account.id, 'invitation') };
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw usernameTaken({ username });
      throw error;
    }
  }

  /** Changes the person's facts; the login name stays, the audit trail knows it. */
  async edit(ctx: StaffCtx, id: number, changes: AccountChanges): Promise<Account> {
    return this.db.transaction(ctx, async (ctx) => {
      const accounts = this.db.shared(ctx, Account);
      const account = await accounts.findOne({ id }, { lock: 'write' });
      if (!account) throw accountNotFound();
      await this.memberships.mayChangeAccount(ctx, account);
      const before = facts(account);
      Object.assign(account, contactsOf({ ...account, ...changes }), facts({ ...account, ...changes }));
      await this.refuseSecondAccount(ctx, account, id);
      await accounts.save(account);
      await this.audit.record(ctx, {
        action: 'account.edit',
        subject: 'Account',
        subjectId: id,
        summary: `修改账号“${account.username}”的资料`,
        detail: { changed: Object.keys(changes), before, after: facts(account) },
      });
      return account;
    });
  }

  /** Real names by account id, for views of other libraries; id 0 is the platform itself. */
  async names(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
    const wanted = [...new Set(ids)].filter((id) => id !== 0);
    const rows =
      wanted.length === 0
        ? []
        : await this.db.shared(ctx, Account).select(['id', 'realName'], { where: { id: In(wanted) } });
    return new Map([
      ...(ids.includes(0) ? [[0, '系统'] as const] : []),
      ...rows.map(({ id, realName }) => [id, realName] as const),
    ]);
  }

  async byIds(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Account>> {
    if (ids.length === 0) return new Map();
    const accounts = await this.db.shared(ctx, Account).find({ where: { id: In([...new Set(ids)]) } });
    return new Map(accounts.map((account) => [account.id, account]));
  }

  /** Usable accounts whose login name or real name contains the words: to choose a member from. */
  candidates(ctx: StaffCtx, q: string | undefined, request: PageRequest): Promise<Page<Account>> {
    const words = q?.trim();
    const named = words ? [[{ username: containing(words) }, { realName: containing(words) }]] : [];
    return this.db
      .shared(ctx, Account)
      .page({ where: allOf<Account>({ status: 'active' }, ...named), order: { username: 'ASC' } }, request);
  }

  /** Who can act in a role at a site now. */
  async membersWith(ctx: Ctx, siteId: number, role: RoleCode): Promise<Member[]> {
    const held = await this.db
      .shared(ctx, Membership)
      .find({ where: { siteId, role }, order: { id: 'ASC' } });
    const current = held.filter((one) => isCurrent(one, ctx.now));
    if (current.length === 0) return [];
    const accounts = await this.db.shared(ctx, Account).select(['id', 'realName'], {
      where: { id: In(current.map(({ accountId }) => accountId)), status: 'active' },
    });
    const names = new Map(accounts.map(({ id, realName }) => [id, realName]));
    return current.flatMap(({ accountId, channelIds }) => {
      const name = names.get(accountId);
      return name === undefined ? [] : [{ accountId, name, channelIds }];
    });
  }

  private async listings(ctx: Ctx, accounts: readonly Account[]): Promise<Map<number, AccountListing>> {
    if (accounts.length === 0) return new Map();
    const held = await this.memberships.heldBy(
      ctx,
      accounts.map(({ id }) => id),
    );
    const locks = await this.counters.lockedNames(
      ctx,
      accounts.map(({ username }) => username),
    );
    const unusedSince = this.unusedSince(ctx);
    return new Map(
      accounts.map((account) => [
        account.id,
        {
          account,
          memberships: held.filter(({ accountId }) => accountId === account.id),
          lockedUntil: locks.get(account.username) ?? null,
          isDormant: account.status === 'active' && (account.lastSignInAt ?? account.createdAt) < unusedSince,
        },
      ]),
    );
  }

  private async conditionsOf(
    ctx: Ctx,
    { q, organisationId, role, state }: AccountFilter,
  ): Promise<Where<Account>[]> {
    const words = q?.trim();
    return [
      ...(words
        ? [[{ username: containing(words) }, { realName: containing(words) }, { phone: containing(words) }]]
        : []),
      ...(organisationId === undefined ? [] : [{ organisationId }]),
      ...(role === undefined ? [] : [{ id: In(await this.holdersOf(ctx, role)) }]),
      ...(state === undefined ? [] : [await this.conditionOfState(ctx, state)]),
    ];
  }

  private async holdersOf(ctx: Ctx, role: RoleCode): Promise<number[]> {
    const held = await this.db.shared(ctx, Membership).select(['accountId', 'until'], { where: { role } });
    return held.filter((one) => isCurrent(one, ctx.now)).map(({ accountId }) => accountId);
  }

  private async conditionOfState(ctx: Ctx, state: AccountState): Promise<Where<Account>> {
    const unusedSince = this.unusedSince(ctx);
    switch (state) {
      case 'disabled':
        return { status: 'disabled' };
      case 'invited':
        return { status: 'active', passwordHash: IsNull() };
      case 'active':
        return { status: 'active', passwordHash: Not(IsNull()) };
      case 'locked':
        return { username: In([...(await this.counters.lockedNames(ctx)).keys()]) };
      case 'dormant':
        return [
          { status: 'active', lastSignInAt: LessThan(unusedSince) },
          { status: 'active', lastSignInAt: IsNull(), createdAt: LessThan(unusedSince) },
        ];
    }
  }

  private unusedSince(ctx: Ctx): Date {
    return new Date(ctx.now.getTime() - this.rules.dormantDays * 86_400_000);
  }

  /** 一人一号：the same name with the same telephone is the same person. */
  private async refuseSecondAccount(
    ctx: Ctx,
    { realName, phone }: Pick<NewAccount, 'realName' | 'phone'>,
    ownId?: number,
  ): Promise<void> {
    if (!phone) return;
    const same = await this.db.shared(ctx, Account).find({ where: { realName: realName.trim(), phone } });
    const other = same.find(({ id }) => id !== ownId);
    if (other) throw personTaken({ username: other.username });
  }
}

function facts({ realName, organisationId }: Pick<NewAccount, 'realName' | 'organisationId'>): {
  realName: string;
  organisationId: number | null;
} {
  return { realName: realName.trim(), organisationId };
}

function contactsOf({ phone, email }: Pick<NewAccount, 'phone' | 'email'>): {
  phone: string | null;
  email: string | null;
} {
  return { phone: phone?.trim() || null, email: email?.trim() || null };
}
