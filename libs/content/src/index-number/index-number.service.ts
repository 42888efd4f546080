import { Injectable } from '@nestjs/common';
import { shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { Db, isUniqueViolation } from '@zhanqun/platform';
import { declareSetting, OrganisationService, Settings, SiteService } from '@zhanqun/tenancy';
import { Article } from '../article/article.entity';
import {
  formatIndexNumber,
  indexNumberScope,
  indexTemplateFault,
  NATIONAL_TEMPLATE,
  type IndexNumberFacts,
} from './index-number';
import { IndexNumberCounter } from './index-number-counter.entity';

export const indexNumberTemplate = declareSetting<string>({
  key: 'content.indexNumberTemplate',
  label: '索引号规则',
  type: 'text',
  default: NATIONAL_TEMPLATE,
  levels: ['platform', 'portal', 'site'],
  help: '国家格式为 {org9}/{year}-{serial5}，共 20 位；可在“索引号规则”里按部分拼装并预览',
  validate: (template) => indexTemplateFault(template),
});

export interface IndexNumberPreview {
  readonly sample: string;
  readonly length: number;
  /** The last serial given under this rule; the sample is the next one. */
  readonly lastSerial: number;
}

/** 索引号: given once, by a counter that never runs back. */
@Injectable()
export class IndexNumbers {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly sites: SiteService,
    private readonly organisations: OrganisationService,
  ) {}

  /**
   * The next number of the site's publisher for a day of publication, in the caller's transaction: undone with
   * it, else never again. A number that an article of the site has from elsewhere is passed over.
   */
  async allocate(ctx: SiteCtx, publishedAt: Date): Promise<string> {
    const facts = await this.factsOf(ctx, publishedAt);
    const template = this.settings.get(ctx, indexNumberTemplate);
    const counter = await this.counterFor(ctx, indexNumberScope(template, facts));
    for (;;) {
      counter.lastSerial += 1;
      const number = formatIndexNumber(template, facts, counter.lastSerial);
      if ((await this.db.site(ctx, Article).count({ indexNumber: number })) > 0) continue;
      await this.db.shared(ctx, IndexNumberCounter).save(counter);
      return number;
    }
  }

  /** What the next number by this rule would look like. Nothing is taken. */
  async preview(ctx: SiteCtx, template: string): Promise<IndexNumberPreview> {
    const facts = await this.factsOf(ctx, ctx.now);
    const scope = indexNumberScope(template, facts);
    const counter = await this.db.shared(ctx, IndexNumberCounter).findOne({ scope });
    const lastSerial = counter?.lastSerial ?? 0;
    const sample = formatIndexNumber(template, facts, lastSerial + 1);
    return { sample, length: sample.length, lastSerial };
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
  private async factsOf(ctx: SiteCtx, at: Date): Promise<IndexNumberFacts> {
    const profile = await this.sites.profile(ctx, ctx.site);
    const sponsor = profile.sponsorId === null ? null : await this.organisations.get(ctx, profile.sponsorId);
    const ownCode = `S${String(ctx.site.id).padStart(8, '0')}`;
    const [year, month, day] = shanghaiDay(at).split('-').map(Number) as [number, number, number];
    return {
      organisationCode: sponsor?.code ?? ownCode,
      siteCode: profile.siteCode || ownCode,
      year,
      month,
      day,
    };
  }
}
