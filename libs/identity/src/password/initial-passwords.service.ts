import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Audit, Db } from '@zhanqun/platform';
import { Account } from '../account/account.entity';
import { accountNotFound } from '../account/account.errors';
import { OneTimeLink } from '../one-time-link/one-time-link.entity';
import { Sessions } from '../session/sessions.service';
import { Passwords } from './passwords.service';

/**
 * 初始密码：a password chosen by somebody else, for the command line and the demonstration county. No
 * console route leads here; people in the office get a one-time link and choose their own.
 */
@Injectable()
export class InitialPasswords {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** Must be changed at the first sign-in, unless the installation is one whose passwords are printed anyway. */
  async set(ctx: StaffCtx, accountId: number, password: string, { mustChange = true } = {}): Promise<void> {
    const found = await this.db.shared(ctx, Account).findOne({ id: accountId });
    if (!found) throw accountNotFound();
    const prepared = await this.passwords.prepare(ctx, found, password);
    await this.db.transaction(ctx, async (ctx) => {
      const account = await this.db.shared(ctx, Account).findOne({ id: accountId }, { lock: 'write' });
      if (!account) throw accountNotFound();
      await this.passwords.store(ctx, account, prepared);
      account.mustChangePassword = mustChange;
      await this.db.shared(ctx, Account).save(account);
      await this.db.shared(ctx, OneTimeLink).removeWhere({ accountId });
      await this.sessions.endAll(ctx, accountId);
      await this.audit.record(ctx, {
        action: 'account.setPassword',
        subject: 'Account',
        subjectId: accountId,
        summary: `为账号“${account.username}”设置初始密码`,
      });
    });
  }
}
