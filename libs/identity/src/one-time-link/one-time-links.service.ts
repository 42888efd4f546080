import { Injectable } from '@nestjs/common';
import type { Ctx } from '@zhanqun/kernel';
import { Audit, Db, IsNull, LessThan } from '@zhanqun/platform';
import { Account } from '../account/account.entity';
import { IdentityRules } from '../identity-rules';
import { Passwords } from '../password/passwords.service';
import { Sessions } from '../session/sessions.service';
import { SignInCounters } from '../session/sign-in-counters';
import { hashOfToken, newToken } from '../session/token';
import { OneTimeLink, type LinkPurpose } from './one-time-link.entity';
import { linkInvalid, realNameNeeded } from './one-time-link.errors';

export interface IssuedLink {
  /** Path in the console, below its own address. Shown once: only the token's hash is stored. */
  readonly path: string;
  readonly expiresAt: Date;
}

/** What the page behind a link shows. */
export interface OpenedLink {
  readonly username: string;
  readonly realName: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

/** 一次性链接. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly counters: SignInCounters,
    private readonly audit: Audit,
    private readonly rules: IdentityRules,
  ) {}

  /** A new link; the account's earlier ones are void from now on. The caller audits why. */
  async issue(ctx: Ctx, accountId: number, purpose: LinkPurpose): Promise<IssuedLink> {
    const links = this.db.shared(ctx, OneTimeLink);
    await links.removeWhere({ accountId, usedAt: IsNull() });
    const token = newToken();
    const expiresAt = new Date(ctx.now.getTime() + this.rules.linkHours * 3_600_000);
    await links.save(links.build({ tokenHash: hashOfToken(token), accountId, purpose, expiresAt }));
    return { path: `/link/${token}`, expiresAt };
  }

  /** Looks without using it up. Raises `identity.oneTimeLink.invalid`. */
  async look(ctx: Ctx, token: string): Promise<OpenedLink> {
    const { link, account } = await this.open(ctx, token);
    const { username, realName } = account;
    return { username, realName, purpose: link.purpose, expiresAt: link.expiresAt };
  }

  /**
   * Sets the password (and, on first start, the person's real name), uses the link up, ends every
   * session of the account and lifts a lock.
   */
  async use(ctx: Ctx, token: string, wish: { password: string; realName?: string }): Promise<OpenedLink> {
    const seen = await this.open(ctx, token);
    const realName = wish.realName?.trim() ?? '';
    if (seen.link.purpose === 'firstStart' && !realName) throw realNameNeeded();
    const prepared = await this.passwords.prepare(ctx, seen.account, wish.password);

    return this.db.transaction(ctx, async (ctx) => {
      const { link, account } = await this.open(ctx, token);
      link.usedAt = ctx.now;
      await this.db.shared(ctx, OneTimeLink).save(link);
      if (link.purpose === 'firstStart') account.realName = realName;
      await this.passwords.store(ctx, account, prepared);
      await this.db.shared(ctx, Account).save(account);
      await this.sessions.endAll(ctx, account.id);
      await this.counters.clear(ctx, account.username);
      const { id: accountId, organisationId, username } = account;
      await this.audit.record(
        { ...ctx, actor: { accountId, name: account.realName, organisationId } },
        {
          action: 'account.setPassword',
          subject: 'Account',
          subjectId: accountId,
          summary: '通过一次性链接设置密码',
        },
      );
      return { username, realName: account.realName, purpose: link.purpose, expiresAt: link.expiresAt };
    });
  }

  cleanUp(ctx: Ctx): Promise<number> {
    return this.db.shared(ctx, OneTimeLink).removeWhere({ expiresAt: LessThan(ctx.now) });
  }

  /** Whether an account has a link that still works. */
  async hasOpen(ctx: Ctx, accountId: number): Promise<boolean> {
    const links = await this.db.shared(ctx, OneTimeLink).find({ where: { accountId, usedAt: IsNull() } });
    return links.some((link) => link.expiresAt > ctx.now);
  }

  private async open(ctx: Ctx, token: string): Promise<{ link: OneTimeLink; account: Account }> {
    const lock = ctx.tx ? ({ lock: 'write' } as const) : {};
    const link = await this.db.shared(ctx, OneTimeLink).findOne({ tokenHash: hashOfToken(token) }, lock);
    if (!link || link.usedAt !== null || link.expiresAt <= ctx.now) throw linkInvalid();
    const account = await this.db.shared(ctx, Account).findOne({ id: link.accountId }, lock);
    if (account?.status !== 'active') throw linkInvalid();
    return { link, account };
  }
}
