import { Injectable } from '@nestjs/common';
import { atSite, daysBetween, shanghaiDay, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import { ContentFacts, type ChannelStanding } from '@zhanqun/content';
import { Accounts, Notices } from '@zhanqun/identity';
import { Scheduled, SiteDirectory, type ScheduledJob } from '@zhanqun/platform';
import { dueAfter, Regulations, Settings } from '@zhanqun/tenancy';
import { remindBeforeDays } from './calendar-settings';
import { isReminderDay } from './reminder-day';

/**
 * 栏目更新提醒: each morning, before a channel falls behind its update cycle, its editors and the site's
 * administrators are told; and again each week while it is behind.
 */
@Injectable()
@Scheduled({ key: 'statistics.channelReminder', dailyAt: '08:00' })
export class ChannelReminder implements ScheduledJob {
  constructor(
    private readonly facts: ContentFacts,
    private readonly regulations: Regulations,
    private readonly settings: Settings,
    private readonly accounts: Accounts,
    private readonly notices: Notices,
    private readonly directory: SiteDirectory,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    for (const site of this.directory.all().filter(({ status }) => status === 'online'))
      await this.remind(atSite(ctx, site));
  }

  private async remind(ctx: SiteCtx & StaffCtx): Promise<void> {
    const due = (await this.facts.channelStandings(ctx)).flatMap((standing) => {
      const days = this.daysLeft(ctx, standing);
      return days !== null && isReminderDay(days, this.settings.get(ctx, remindBeforeDays))
        ? [{ channel: standing.channel, days }]
        : [];
    });
    if (due.length === 0) return;
    const editors = await this.accounts.membersWith(ctx, ctx.site.id, 'editor');
    const administrators = await this.accounts.membersWith(ctx, ctx.site.id, 'siteAdmin');
    for (const { channel, days } of due) {
      const writers = editors.filter(
        ({ channelIds }) => channelIds === null || channelIds.includes(channel.id),
      );
      await this.notices.tell(ctx, {
        to: [...writers, ...administrators].map(({ accountId }) => accountId),
        kind: 'channelDue',
        title:
          days < 0
            ? `“${channel.name}”已超期 ${-days} 天未更新`
            : `“${channel.name}”还有 ${days} 天到更新期限`,
        path: `/s/${ctx.site.key}/articles?channel=${channel.id}`,
        about: `channel:${channel.id}`,
        site: ctx.site,
      });
    }
  }

  /** Whole days to the end of the cycle; null where nothing falls due. */
  private daysLeft(ctx: SiteCtx, { channel, cycle, newestPublishedAt }: ChannelStanding): number | null {
    if (!cycle || !newestPublishedAt || !channel.isOpen) return null;
    const due = dueAfter(newestPublishedAt, cycle, this.regulations.for(ctx.site).calendar);
    return daysBetween(shanghaiDay(ctx.now), shanghaiDay(due));
  }
}
