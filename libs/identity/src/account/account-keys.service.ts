import { Injectable } from '@nestjs/common';
import { must, type StaffCtx } from '@zhanqun/kernel';
import { Audit, Db } from '@zhanqun/platform';
import { Memberships } from '../membership/memberships.service';
import { OneTimeLinks, type IssuedLink } from '../one-time-link/one-time-links.service';
import { isOfficerRole } from '../role/roles';
import { Sessions } from '../session/sessions.service';
import { SignInCounters } from '../session/sign-in-counters';
import { Account } from './account.entity';
import { accountNotFound, ownAccount, reasonNeeded } from './account.errors';

/** 账号的停用、启用、解锁、重置和强制退出. Never on one's own account; officers only by the security administrator. */
@Injectable()
export class AccountKeys {
  constructor(
    private readonly db: Db,
    private readonly memberships: Memberships,
    private readonly links: OneTimeLinks,
    private readonly sessions: Sessions,
    private readonly counters: SignInCounters,
    private readonly audit: Audit,
  ) {}

  /** 停用：ends its sessions at once. The last usable officer of a kind stays. */
  async disable(ctx: StaffCtx, id: number, reason: string): Promise<void> {
    if (!reason.trim()) throw reasonNeeded();
    return this.change(ctx, id, 'account.disable', '停用账号', { reason }, async (ctx, account) => {
      for (const { role } of await this.memberships.heldBy(ctx, [id]))
        if (isOfficerRole(role)) await this.memberships.keepAnOfficer(ctx, role, id);
      account.status = 'disabled';
      await this.db.shared(ctx, Account).save(account);
      await this.sessions.endAll(ctx, id);
    });
  }

  /** 启用：the memberships it had are still there; the dormant clock begins anew. */
  enable(ctx: StaffCtx, id: number, reason?: string): Promise<void> {
    must(ctx, 'secure', 'Account');
    return this.change(ctx, id, 'account.enable', '启用账号', { reason }, async (ctx, account) => {
      account.status = 'active';
      await this.db.shared(ctx, Account).save(account);
    });
  }

  /** 解锁 after too many wrong passwords. */
  unlock(ctx: StaffCtx, id: number): Promise<void> {
    must(ctx, 'secure', 'Account');
    return this.change(ctx, id, 'account.unlock', '解锁账号', {}, async (ctx, account) => {
      await this.counters.clear(ctx, account.username);
    });
  }

  /** 重置密码：the old password is gone and its sessions end; the answer's link is shown once. */
  async resetPassword(ctx: StaffCtx, id: number, reason?: string): Promise<IssuedLink> {
    must(ctx, 'secure', 'Account');
    return this.change(ctx, id, 'account.resetPassword', '重置密码', { reason }, async (ctx, account) => {
      account.passwordHash = null;
      await this.db.shared(ctx, Account).save(account);
      await this.sessions.endAll(ctx, id);
      return this.links.issue(ctx, id, 'reset');
    });
  }

  /** 强制退出：ends every session of the account. */
  signOutEverywhere(ctx: StaffCtx, id: number): Promise<void> {
    return this.change(ctx, id, 'account.signOutEverywhere', '强制退出账号', {}, async (ctx) => {
      await this.sessions.endAll(ctx, id);
    });
  }

  private async change<T>(
    ctx: StaffCtx,
    id: number,
    action: string,
    words: string,
    { reason }: { reason?: string | undefined },
    work: (ctx: StaffCtx, account: Account) => Promise<T>,
  ): Promise<T> {
    if (ctx.actor.accountId === id) throw ownAccount();
    return this.db.transaction(ctx, async (ctx) => {
      const account = await this.db.shared(ctx, Account).findOne({ id }, { lock: 'write' });
      if (!account) throw accountNotFound();
      await this.memberships.mayChangeAccount(ctx, account);
      const result = await work(ctx, account);
      await this.audit.record(ctx, {
        action,
        subject: 'Account',
        subjectId: id,
        summary: `${words}“${account.username}”（${account.realName}）`,
        ...(reason?.trim() ? { detail: { reason: reason.trim() } } : {}),
      });
      return result;
    });
  }
}
