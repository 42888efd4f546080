import { Injectable } from '@nestjs/common';
import type { Ctx, StaffCtx } from '@zhanqun/kernel';
import { AppConfig, Db, In, IsNull, Mailer, MoreThan, Scheduled, type ScheduledJob } from '@zhanqun/platform';
import { Account } from '../account/account.entity';
import { noticeLetter } from './notice-letter';
import { Notice } from './notice.entity';
import { Notices } from './notices.service';

/** More lines than anybody reads in one mail. */
const MOST_LINES = 50;

/** 每日汇总: what people chose to read in one mail each morning and have not read in the console yet. */
@Injectable()
@Scheduled({ key: 'identity.noticeDigest', dailyAt: '08:20' })
export class NoticeDigest implements ScheduledJob {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly notices: Notices,
    private readonly config: AppConfig,
  ) {}

  /** An address that is refused keeps nobody else waiting; it is tried again next morning. */
  async run(ctx: StaffCtx): Promise<void> {
    await this.notices.cleanUp(ctx);
    if (!this.mailer.isConfigured) return;
    for (let accountId = await this.next(ctx, 0); accountId; accountId = await this.next(ctx, accountId))
      await this.write(ctx, accountId);
  }

  private async next(ctx: Ctx, afterAccountId: number): Promise<number | undefined> {
    const [row] = await this.db.shared(ctx, Notice).select(['accountId'], {
      where: { mail: 'digest', readAt: IsNull(), accountId: MoreThan(afterAccountId) },
      order: { accountId: 'ASC' },
      take: 1,
    });
    return row?.accountId;
  }

  private async write(ctx: Ctx, accountId: number): Promise<void> {
    const where = { accountId, mail: 'digest', readAt: IsNull() } as const;
    const waiting = await this.db.shared(ctx, Notice).find({ where, order: { id: 'ASC' }, take: 500 });
    const account = await this.db.shared(ctx, Account).findOne({ id: accountId, status: 'active' });
    const letter = noticeLetter(
      account?.realName ?? '',
      waiting.slice(0, MOST_LINES),
      this.config.links.console,
      waiting.length,
    );
    try {
      if (account?.email) await this.mailer.send({ to: account.email, ...letter });
    } catch {
      return;
    }
    const ids = waiting.map(({ id }) => id);
    await this.db.shared(ctx, Notice).updateWhere({ id: In(ids) }, { mail: 'sent' });
  }
}
