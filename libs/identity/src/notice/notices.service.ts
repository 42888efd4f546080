import { Injectable } from '@nestjs/common';
import type { Ctx, Page, PageRequest, SiteRef, StaffCtx } from '@zhanqun/kernel';
import { allOf, Db, In, IsNull, LessThan, Mailer, Outbox, type Where } from '@zhanqun/platform';
import { Account } from '../account/account.entity';
import { Memberships } from '../membership/memberships.service';
import { NoticeChoices } from './notice-choices.service';
import type { NoticeKind, NoticeWay } from './notice-kind';
import { Notice, type MailState } from './notice.entity';
import { NoticeToMail } from './notice.events';

/** What to tell, and whom. */
export interface News {
  readonly to: readonly number[];
  readonly kind: NoticeKind;
  readonly title: string;
  /** Path in the console. */
  readonly path: string;
  /** `article:7`: unread news of the same thing at the same site replace each other. */
  readonly about: string;
  readonly site: SiteRef | null;
}

const LONGEST_TITLE = 200;
const KEPT_DAYS = 180;

/** 消息提醒: tells people in the console's bell and, as each chose, by mail. */
@Injectable()
export class Notices {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly choices: NoticeChoices,
    private readonly memberships: Memberships,
    private readonly mailer: Mailer,
  ) {}

  /** Written in the caller's transaction. Nobody is told what they did themselves; disabled accounts are passed over. */
  async tell(ctx: StaffCtx, news: News): Promise<void> {
    const others = [...new Set(news.to)].filter((id) => id !== ctx.actor.accountId);
    if (others.length === 0) return;
    const people = await this.db
      .shared(ctx, Account)
      .select(['id', 'email'], { where: { id: In(others), status: 'active' } });
    const ways = await this.choices.waysOf(
      ctx,
      news.kind,
      people.map(({ id }) => id),
    );
    for (const { id, email } of people) {
      const way = ways.get(id) ?? 'bell';
      if (way !== 'off') await this.write(ctx, id, news, this.mailOf(way, email));
    }
  }

  /** 我的消息, newest first; only of sites where the person works now. */
  async mine(ctx: StaffCtx, filter: { isUnread?: boolean }, request: PageRequest): Promise<Page<Notice>> {
    const where = allOf(await this.own(ctx), filter.isUnread ? { readAt: IsNull() } : {});
    return this.db.shared(ctx, Notice).page({ where, order: { toldAt: 'DESC', id: 'DESC' } }, request);
  }

  async unread(ctx: StaffCtx): Promise<number> {
    return this.db.shared(ctx, Notice).count(allOf(await this.own(ctx), { readAt: IsNull() }));
  }

  /** 标为已读: the given ones, or all. Ids of other people's notices change nothing. */
  async markRead(ctx: StaffCtx, ids: readonly number[] | 'all'): Promise<number> {
    const { accountId } = ctx.actor;
    const which = ids === 'all' ? {} : { id: In([...ids]) };
    return this.db
      .shared(ctx, Notice)
      .updateWhere({ accountId, readAt: IsNull(), ...which }, { readAt: ctx.now });
  }

  /** Half a year is enough: the audit trail keeps what happened. */
  async cleanUp(ctx: Ctx): Promise<void> {
    const before = new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000);
    await this.db.shared(ctx, Notice).removeWhere({ toldAt: LessThan(before) });
  }

  private async own(ctx: StaffCtx): Promise<Where<Notice>[]> {
    const { accountId } = ctx.actor;
    const sites = await this.memberships.sitesOf(ctx, accountId);
    return [
      { accountId, siteId: IsNull() },
      { accountId, siteId: In(sites.map(({ siteId }) => siteId)) },
    ];
  }

  private async write(ctx: StaffCtx, accountId: number, news: News, mail: MailState): Promise<void> {
    const notices = this.db.shared(ctx, Notice);
    const siteId = news.site?.id ?? null;
    const { kind, about, path } = news;
    const older = { accountId, about, siteId: siteId ?? IsNull(), readAt: IsNull() };
    await notices.removeWhere(older);
    const title = [...news.title].slice(0, LONGEST_TITLE).join('');
    const notice = notices.build({ accountId, siteId, kind, about, path, title, toldAt: ctx.now, mail });
    await notices.save(notice);
    if (mail === 'now') await this.outbox.add(ctx, new NoticeToMail(notice.id));
  }

  private mailOf(way: NoticeWay, email: string | null): MailState {
    if (!email || !this.mailer.isConfigured) return 'none';
    if (way === 'mail') return 'now';
    return way === 'digest' ? 'digest' : 'none';
  }
}
