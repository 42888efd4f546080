import { Injectable } from '@nestjs/common';
import { DomainError, type StaffCtx } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation } from '@zhanqun/platform';
import { Account } from '../account/account.entity';
import { accountNotFound } from '../account/account.errors';
import { currentPasswordWrong, passwordChangedMeanwhile } from '../password/password.errors';
import { Passwords } from '../password/passwords.service';
import { Sessions } from './sessions.service';
import { SignInCounters } from './sign-in-counters';

/** 本人账号：what every signed-in person may do with their own. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly counters: SignInCounters,
    private readonly audit: Audit,
  ) {}

  async account(ctx: StaffCtx): Promise<Account> {
    const account = await this.db.shared(ctx, Account).findOne({ id: ctx.actor.accountId });
    if (!account) throw accountNotFound();
    return account;
  }

  /**
   * 修改密码：proves the present one, keeps this session, ends all others. Wrong tries count towards the
   * lock like those at sign-in, so a session left open is no place to guess at leisure.
   */
  async changePassword(ctx: StaffCtx, { current, next }: { current: string; next: string }): Promise<void> {
    const account = await this.account(ctx);
    const attempt = { username: account.username, address: null };
    const locked = await this.counters.refusalOf(ctx, attempt);
    if (locked) throw locked;
    if (!(await this.passwords.verify(account.passwordHash, current)))
      throw await this.countWrong(ctx, account);

    const prepared = await this.passwords.prepare(ctx, account, next);
    const refusal = await this.db.transaction(ctx, async (ctx) => {
      const lockedMeanwhile = await this.counters.refusalOf(ctx, attempt);
      if (lockedMeanwhile) return lockedMeanwhile;
      const stored = await this.db.shared(ctx, Account).findOne({ id: account.id }, { lock: 'write' });
      if (stored?.passwordHash !== account.passwordHash) return passwordChangedMeanwhile();
      await this.passwords.store(ctx, stored, prepared);
      await this.db.shared(ctx, Account).save(stored);
      await this.sessions.endAll(ctx, account.id, this.sessionId(ctx));
      await this.counters.clear(ctx, account.username);
      await this.record(ctx, 'account.changePassword', '修改本人密码');
      return null;
    });
    if (refusal) throw refusal;
  }

  /** 退出. */
  async signOut(ctx: StaffCtx): Promise<void> {
    const sessionId = this.sessionId(ctx);
    if (sessionId === undefined) return;
    await this.db.transaction(ctx, async (ctx) => {
      await this.sessions.end(ctx, sessionId);
      await this.record(ctx, 'session.signOut', '退出登录');
    });
  }

  /** 在所有设备上退出, this one included. */
  async signOutEverywhere(ctx: StaffCtx): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      await this.sessions.endAll(ctx, ctx.actor.accountId);
      await this.record(ctx, 'session.signOut', '在所有设备上退出登录');
    });
  }

  private async countWrong(ctx: StaffCtx, { username, id }: Account): Promise<DomainError> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.db.transaction(ctx, async (ctx) => {
          await this.counters.count(ctx, { username, address: null });
          await this.audit.record(ctx, {
            action: 'account.changePassword',
            subject: 'Account',
            subjectId: id,
            summary: '修改密码时当前密码不正确',
            outcome: 'refused',
          });
        });
        return currentPasswordWrong();
      } catch (error) {
        if (!isUniqueViolation(error) || attempt === 3) throw error;
      }
    }
  }

  private record(ctx: StaffCtx, action: string, summary: string): Promise<unknown> {
    return this.audit.record(ctx, { action, subject: 'Account', subjectId: ctx.actor.accountId, summary });
  }

  private sessionId({ actor }: StaffCtx): number | undefined {
    return actor.sessionId === undefined ? undefined : Number(actor.sessionId);
  }
}
