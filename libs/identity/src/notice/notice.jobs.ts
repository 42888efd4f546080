import { Injectable } from '@nestjs/common';
import type { Ctx, StaffCtx } from '@zhanqun/kernel';
import { AppConfig, Db, Handles, IsNull, Mailer, type JobHandler } from '@zhanqun/platform';
import { Account } from '../account/account.entity';
import { NewsToTell, NoticeToMail } from './notice.events';
import { noticeLetter } from './notice-letter';
import { Notice } from './notice.entity';
import { Notices } from './notices.service';

/** 消息邮件: one notice at once. A notice that was read meanwhile needs no mail. */
@Injectable()
@Handles(NoticeToMail)
export class MailNotice implements JobHandler<NoticeToMail> {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  async handle(ctx: Ctx, { noticeId }: NoticeToMail): Promise<void> {
    const notice = await this.db.shared(ctx, Notice).findOne({ id: noticeId, mail: 'now', readAt: IsNull() });
    if (!notice) return;
    const account = await this.db.shared(ctx, Account).findOne({ id: notice.accountId, status: 'active' });
    if (account?.email)
      await this.mailer.send({
        to: account.email,
        ...noticeLetter(account.realName, [notice], this.config.links.console),
      });
    await this.db.shared(ctx, Notice).updateWhere({ id: noticeId }, { mail: 'sent' });
  }
}

/** 转告: tells what other parts of the house announced, at the site where it happened. */
@Injectable()
@Handles(NewsToTell)
export class TellNews implements JobHandler<NewsToTell> {
  constructor(private readonly notices: Notices) {}

  async handle(ctx: Ctx, { to, noticeKind, title, path, about }: NewsToTell): Promise<void> {
    await this.notices.tell(ctx as StaffCtx, {
      to,
      kind: noticeKind,
      title,
      path,
      about,
      site: ctx.site ?? null,
    });
  }
}
