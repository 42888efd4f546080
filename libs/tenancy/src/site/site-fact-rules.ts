import { Injectable } from '@nestjs/common';
import type { Ctx } from '@zhanqun/kernel';
import { Db, In, Not, PublicWords, type PublicLine } from '@zhanqun/platform';
import { organisationNotFound } from '../organisation/organisation.errors';
import { Organisation } from '../organisation/organisation.entity';
import { Regulations } from '../regulation/regulations';
import { factFaults, tidied, type SiteFacts } from './site-facts';
import { Site } from './site.entity';
import { siteCodeTaken, siteFactsInvalid } from './site.errors';

/** What is asked of the facts of a site before they are stored: form, existing bodies, no code twice. */
@Injectable()
export class SiteFactRules {
  constructor(
    private readonly db: Db,
    private readonly regulations: Regulations,
    private readonly words: PublicWords,
  ) {}

  /** The given facts, tidied and checked; `siteId` is the site they belong to, null for a new one. */
  async checked(ctx: Ctx, stated: Partial<SiteFacts>, siteId: number | null): Promise<Partial<SiteFacts>> {
    const facts = tidied(stated);
    const faults = factFaults(facts);
    if (faults.length > 0) throw siteFactsInvalid({ faults });
    if (facts.regulation) this.regulations.mustBeLocal(facts.regulation);
    await this.organisationsExist(ctx, [facts.sponsorId, facts.operatorId, facts.competentAuthorityId]);
    await this.words.pass(ctx, shownWords(facts));
    if (facts.siteCode) await this.codeIsFree(ctx, facts.siteCode, siteId);
    return facts;
  }

  private async organisationsExist(ctx: Ctx, ids: readonly (number | null | undefined)[]): Promise<void> {
    const wanted = [...new Set(ids.filter((id): id is number => typeof id === 'number'))];
    if (wanted.length === 0) return;
    const found = await this.db.shared(ctx, Organisation).select(['id'], { where: { id: In(wanted) } });
    const missing = wanted.find((id) => !found.some((row) => row.id === id));
    if (missing !== undefined) throw organisationNotFound({ id: missing });
  }

  private async codeIsFree(ctx: Ctx, siteCode: string, siteId: number | null): Promise<void> {
    const others = await this.db
      .shared(ctx, Site)
      .count({ siteCode, status: Not('closed'), ...(siteId === null ? {} : { id: Not(siteId) }) });
    if (others > 0) throw siteCodeTaken({ siteCode });
  }
}

/** What head and footer of every page say of the site in people's own words. */
function shownWords({
  name,
  shortName,
  contactAddress,
  description,
  keywords,
}: Partial<SiteFacts>): PublicLine[] {
  return [
    { label: '站点名称', text: name ?? '' },
    { label: '简称', text: shortName ?? '' },
    { label: '联系地址', text: contactAddress ?? '' },
    { label: '站点简介', text: description ?? '' },
    ...(keywords ?? []).map((text) => ({ label: '关键词', text })),
  ];
}
