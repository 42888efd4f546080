import { Injectable } from '@nestjs/common';
import { endOfDay, shanghaiDay, startOfDay, type EditorCtx } from '@zhanqun/kernel';
import { Article, ChannelReading, ContentFacts } from '@zhanqun/content';
import { allOf, Between, Db, readable, type Where } from '@zhanqun/platform';
import { dueAfter, Regulations } from '@zhanqun/tenancy';
import { checkedDays, type Days } from '../days';

export const CALENDAR_KINDS = ['published', 'scheduled', 'expires', 'channelDue'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export interface CalendarEntry {
  readonly kind: CalendarKind;
  /** Article, or channel for `channelDue`. */
  readonly subjectId: number;
  readonly title: string;
  readonly channelName: string;
  readonly at: Date;
}

/** More than anybody reads in a month's view. */
const MOST = 1000;

/** 发布日历: what went and goes out, what ends, and which channels fall due. */
@Injectable()
export class PublishingCalendar {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly facts: ContentFacts,
    private readonly regulations: Regulations,
  ) {}

  async between(ctx: EditorCtx, days: Days): Promise<CalendarEntry[]> {
    const { from, to } = checkedDays(days);
    const span = Between(startOfDay(from), endOfDay(to));
    const entries = [
      ...(await this.articles(ctx, 'published', { state: 'published', publishedAt: span })),
      ...(await this.articles(ctx, 'scheduled', { scheduledFor: span })),
      ...(await this.articles(ctx, 'expires', { state: 'published', expiresAt: span })),
      ...(await this.dueChannels(ctx, { from, to })),
    ];
    return entries.toSorted((left, right) => left.at.getTime() - right.at.getTime());
  }

  private async articles(
    ctx: EditorCtx,
    kind: CalendarKind,
    where: Where<Article>,
  ): Promise<CalendarEntry[]> {
    const tree = await this.channels.tree(ctx);
    const field = TIME_OF[kind as keyof typeof TIME_OF];
    const found = await this.db
      .site(ctx, Article)
      .select(['id', 'title', 'channelId', 'publishedAt', 'scheduledFor', 'expiresAt'], {
        where: allOf(where, readable(ctx, Article)),
        order: { [field]: 'ASC', id: 'ASC' },
        take: MOST,
      });
    return found.map((article) => ({
      kind,
      subjectId: article.id,
      title: article.title,
      channelName: tree.find(article.channelId)?.name ?? '',
      at: article[field] ?? ctx.now,
    }));
  }

  /** The last day on which a channel may still be updated without falling behind. */
  private async dueChannels(ctx: EditorCtx, { from, to }: Days): Promise<CalendarEntry[]> {
    const { calendar } = this.regulations.for(ctx.site);
    const standings = await this.facts.channelStandings(ctx);
    return standings.flatMap(({ channel, cycle, newestPublishedAt }) => {
      if (!cycle || !newestPublishedAt || !channel.isOpen) return [];
      const at = dueAfter(newestPublishedAt, cycle, calendar);
      const day = shanghaiDay(at);
      if (day < from || day > to) return [];
      const title = `“${channel.name}”须在此日前更新`;
      return [{ kind: 'channelDue' as const, subjectId: channel.id, title, channelName: channel.name, at }];
    });
  }
}

const TIME_OF = { published: 'publishedAt', scheduled: 'scheduledFor', expires: 'expiresAt' } as const;
