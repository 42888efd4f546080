import { Injectable } from '@nestjs/common';
import { atSite, type Ctx } from '@zhanqun/kernel';
import { ChannelReading } from '@zhanqun/content';
import { Accounts } from '@zhanqun/identity';
import { SiteDirectory } from '@zhanqun/platform';
import { OrganisationService } from '@zhanqun/tenancy';
import type { WorkFact, WorkGroup } from './work-fact';

/** How facts are told apart, and what each heap is called. */
export interface Grouping {
  /** Null: belongs to no heap of this kind. */
  readonly keyOf: (fact: WorkFact) => string | null;
  readonly labelOf: (key: string) => string;
}

const NO_ORGANISATION = '未登记单位';

/** 统计口径: names of people, organisations, channels, sites and times. */
@Injectable()
export class WorkLabels {
  constructor(
    private readonly accounts: Accounts,
    private readonly organisations: OrganisationService,
    private readonly channels: ChannelReading,
    private readonly directory: SiteDirectory,
  ) {}

  of(ctx: Ctx, facts: readonly WorkFact[], by: WorkGroup): Promise<Grouping> | Grouping {
    switch (by) {
      case 'person':
        return this.people(ctx, facts);
      case 'organisation':
        return this.offices(ctx, facts);
      case 'channel':
        return this.columns(ctx, facts);
      case 'site':
        return { keyOf: ({ siteId }) => String(siteId), labelOf: (key) => this.siteName(Number(key)) };
      case 'month':
        return { keyOf: ({ onDay }) => onDay.slice(0, 7), labelOf: (key) => key };
      case 'day':
        return { keyOf: ({ onDay }) => onDay, labelOf: (key) => key };
    }
  }

  private async people(ctx: Ctx, facts: readonly WorkFact[]): Promise<Grouping> {
    const names = await this.accounts.names(ctx, idsOf(facts));
    return {
      keyOf: ({ personId }) => (personId === 0 ? null : String(personId)),
      labelOf: (key) => names.get(Number(key)) ?? `账号 ${key}`,
    };
  }

  private async offices(ctx: Ctx, facts: readonly WorkFact[]): Promise<Grouping> {
    const accounts = await this.accounts.byIds(ctx, idsOf(facts));
    const officeOf = (personId: number): number => accounts.get(personId)?.organisationId ?? 0;
    const names = await this.organisations.names(ctx, idsOf(facts).map(officeOf));
    return {
      keyOf: ({ personId }) => (personId === 0 ? null : String(officeOf(personId))),
      labelOf: (key) => names.get(Number(key)) ?? NO_ORGANISATION,
    };
  }

  /** With the site's name where there are several sites. */
  private async columns(ctx: Ctx, facts: readonly WorkFact[]): Promise<Grouping> {
    const names = new Map<string, string>();
    const siteIds = [...new Set(facts.map(({ siteId }) => siteId))];
    for (const siteId of siteIds) {
      const site = this.directory.byId(siteId);
      if (!site) continue;
      const tree = await this.channels.tree(atSite(ctx, site));
      for (const node of tree.all()) {
        const line = tree.lineOf(node).map(({ name }) => name);
        names.set(`${siteId}/${node.id}`, [...(siteIds.length > 1 ? [site.name] : []), ...line].join(' / '));
      }
    }
    return {
      keyOf: ({ siteId, channelId }) => (channelId === null ? null : `${siteId}/${channelId}`),
      labelOf: (key) => names.get(key) ?? '已删除的栏目',
    };
  }

  private siteName(siteId: number): string {
    return this.directory.byId(siteId)?.name ?? '已关停的站点';
  }
}

const idsOf = (facts: readonly WorkFact[]): number[] => [...new Set(facts.map(({ personId }) => personId))];
