import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, isUniqueViolation } from '@zhanqun/platform';
import { declareSetting, OrganisationService, Settings, SiteService } from '@zhanqun/tenancy';
import {
  formatIndexNumber,
  indexNumberScope,
  isIndexTemplate,
  NATIONAL_TEMPLATE,
  type IndexNumberFacts,
} from './index-number';
import { IndexNumberCounter } from './index-number-counter.entity';

export const indexNumberTemplate = declareSetting<string>({
  key: 'content.indexNumberTemplate',
  label: '索引号格式',
  type: 'text',
  default: NATIONAL_TEMPLATE,
  levels: ['platform', 'portal', 'site'],
  help: '可用 {org9} 组织机构代码、{siteCode} 网站标识码、{year} 年份、{serial5} 五位流水号；国家格式为 {org9}/{year}-{serial5}',
  validate: (template) => (isIndexTemplate(template) ? null : '须含 {year} 和一个流水号，如 {serial5}'),
});

/** 索引号: given once, by a counter that never runs back. */
@Injectable()
export class IndexNumbers {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly sites: SiteService,
    private readonly organisations: OrganisationService,
  ) {}

  /** The next number of the site's publisher for a year of publication, in the caller's transaction: undone with it, else never again. */
  async allocate(ctx: SiteCtx, year: number): Promise<string> {
    const facts = await this.factsOf(ctx, year);
    const template = this.settings.get(ctx, indexNumberTemplate);
    const counter = await this.counterFor(ctx, indexNumberScope(template, facts));
    counter.lastSerial += 1;
    await this.db.shared(ctx, IndexNumberCounter).save(counter);
    return formatIndexNumber(template, facts, counter.lastSerial);
  }

  private async counterFor(ctx: SiteCtx, scope: string): Promise<IndexNumberCounter> {
    const counters = this.db.shared(ctx, IndexNumberCounter);
    const known = await counters.findOne({ scope }, { lock: 'write' });
    if (known) return known;
    try {
      return await counters.save(counters.build({ scope, lastSerial: 0 }));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const made = await counters.findOne({ scope }, { lock: 'write' });
      if (!made) throw error;
      return made;
    }
  }

  /** A publisher without a code counts under its site's code, so that numbers stay unique. */
  private async factsOf(ctx: SiteCtx, year: number): Promise<IndexNumberFacts> {
    const profile = await this.sites.profile(ctx, ctx.site);
    const sponsor = profile.sponsorId === null ? null : await this.organisations.get(ctx, profile.sponsorId);
    const ownCode = `S${String(ctx.site.id).padStart(8, '0')}`;
    return {
      organisationCode: sponsor?.code ?? ownCode,
      siteCode: profile.siteCode || ownCode,
      year,
    };
  }
}
