import { Injectable } from '@nestjs/common';
import { DomainError, type Ctx } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation, type ClientFacts } from '@zhanqun/platform';
import { Account } from '../account/account.entity';
import { isUsername, maskedName, normalUsername } from '../account/username';
import { Passwords } from '../password/passwords.service';
import { Sessions } from './sessions.service';
import { accountDisabled, signInWrong } from './session.errors';
import { SignInCounters } from './sign-in-counters';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface SignedIn {
  readonly token: string;
  readonly account: Account;
  /** When and from where the person signed in last time: a lent account shows. */
  readonly previousSignInAt: Date | null;
  readonly previousSignInAddress: string | null;
}

/** What was found out before the transaction, where hashing would hold the database up. */
interface Verified {
  readonly username: string;
  readonly account: Account | null;
  readonly isRight: boolean;
  readonly renewedHash: string | null;
}

/** 登录. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly counters: SignInCounters,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /**
   * Opens a session, or refuses: `identity.signIn.wrong` for an unknown name as for a wrong password,
   * after the same work; `…locked` and `…addressLocked` with the time left; `…disabled` only to a
   * person who knows the password. Success and counted failures are audited, never the password.
   */
  async signIn(ctx: Ctx, { username, password }: Credentials, client: ClientFacts): Promise<SignedIn> {
    const name = normalUsername(username);
    const locked = await this.counters.refusalOf(ctx, { username: name, address: client.address });
    if (locked) throw locked;

    const verified = await this.verify(ctx, name, password);
    const outcome = await this.settle(ctx, verified, client);
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }

  private async verify(ctx: Ctx, username: string, password: string): Promise<Verified> {
    const account = await this.accountNamed(ctx, username);
    const stored = account?.passwordHash ?? null;
    const isRight = await this.passwords.verify(stored, password);
    const renewedHash = isRight && stored ? await this.passwords.renewed(stored, password) : null;
    return { username, account, isRight, renewedHash };
  }

  /** A refusal is an outcome here, not an exception: its count and its audit entry must be stored. */
  private async settle(ctx: Ctx, verified: Verified, client: ClientFacts): Promise<SignedIn | DomainError> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.db.transaction(ctx, (ctx) => this.decide(ctx, verified, client));
      } catch (error) {
        // Two first failures at once: the other one made the counter, so count on it.
        if (!isUniqueViolation(error) || attempt === 3) throw error;
      }
    }
  }

  private async decide(ctx: Ctx, verified: Verified, client: ClientFacts): Promise<SignedIn | DomainError> {
    const locked = await this.counters.refusalOf(ctx, {
      username: verified.username,
      address: client.address,
    });
    if (locked) return locked;
    if (!verified.isRight || !verified.account) return this.turnAway(ctx, verified, client);

    const account = await this.db
      .shared(ctx, Account)
      .findOne({ id: verified.account.id }, { lock: 'write' });
    if (!account || account.passwordHash !== verified.account.passwordHash)
      return this.turnAway(ctx, verified, client);
    if (account.status === 'disabled') {
      await this.auditRefusal(ctx, account, '账号已停用，登录被拒绝', client);
      return accountDisabled();
    }
    return this.admit(ctx, account, verified.renewedHash, client);
  }

  private async admit(
    ctx: Ctx,
    account: Account,
    renewedHash: string | null,
    client: ClientFacts,
  ): Promise<SignedIn> {
    const { lastSignInAt: previousSignInAt, lastSignInAddress: previousSignInAddress } = account;
    account.lastSignInAt = ctx.now;
    account.lastSignInAddress = client.address.slice(0, 45);
    if (renewedHash) account.passwordHash = renewedHash;
    await this.db.shared(ctx, Account).save(account);
    await this.counters.clear(ctx, account.username);
    const token = await this.sessions.open(ctx, account.id, client);
    const actor = {
      accountId: account.id,
      name: account.realName,
      organisationId: account.organisationId,
      address: client.address,
    };
    await this.audit.record(
      { ...ctx, actor },
      {
        action: 'session.signIn',
        subject: 'Session',
        subjectId: account.id,
        summary: '登录',
        detail: { ...client },
      },
    );
    return { token, account, previousSignInAt, previousSignInAddress };
  }

  private async turnAway(
    ctx: Ctx,
    { username, account }: Verified,
    client: ClientFacts,
  ): Promise<DomainError> {
    const isLocked = await this.counters.count(ctx, { username, address: client.address });
    const whom = account ? `账号“${account.username}”` : `不存在的账号“${maskedName(username)}”`;
    const outcome = isLocked ? '，连续失败，已暂停登录' : '';
    await this.auditRefusal(ctx, account, `登录失败：${whom}${outcome}`, client);
    return signInWrong();
  }

  private async auditRefusal(
    ctx: Ctx,
    account: Account | null,
    summary: string,
    client: ClientFacts,
  ): Promise<void> {
    await this.audit.record(ctx, {
      action: 'session.signIn',
      subject: 'Session',
      ...(account ? { subjectId: account.id } : {}),
      summary,
      detail: { ...client },
      outcome: 'refused',
    });
  }

  /** MariaDB finds `ádmin` when asked for `admin`; only the exact name is the account's. */
  private async accountNamed(ctx: Ctx, username: string): Promise<Account | null> {
    const wanted = isUsername(username) ? username : '-';
    const account = await this.db.shared(ctx, Account).findOne({ username: wanted });
    return account?.username === username ? account : null;
  }
}
