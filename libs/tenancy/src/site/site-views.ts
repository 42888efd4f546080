import { Injectable } from '@nestjs/common';
import type { EditorCtx, Page, StaffCtx } from '@zhanqun/kernel';
import { OrganisationService } from '../organisation/organisation.service';
import { Regulations } from '../regulation/regulations';
import { MemorySiteDirectory } from './memory-site-directory';
import { DEREGISTRATION_NAMES, SiteLifecycle } from './site-life-cycle.service';
import type { Site } from './site.entity';
import {
  toSiteLineView,
  toSiteView,
  type SitePageView,
  type SiteSurroundings,
  type SiteView,
} from './site.view';

/** Puts names and addresses to the rows of sites for the console. */
@Injectable()
export class SiteViews {
  constructor(
    private readonly directory: MemorySiteDirectory,
    private readonly organisations: OrganisationService,
    private readonly regulations: Regulations,
    private readonly lifecycle: SiteLifecycle,
  ) {}

  async page(ctx: StaffCtx, page: Page<Site>): Promise<SitePageView> {
    const around = await this.around(ctx, page.items);
    const { total, page: number, pageSize } = page;
    return { items: page.items.map((site) => toSiteLineView(site, around)), total, page: number, pageSize };
  }

  async one(ctx: EditorCtx, site: Site): Promise<SiteView> {
    const regulation = this.regulations.for(ctx.site);
    return toSiteView(site, await this.around(ctx, [site]), {
      effectiveRegulation: regulation.code,
      closableOn: this.lifecycle.closingNoticeEnds(site, regulation),
      deregistrations: this.lifecycle.deregistrationsOf(ctx.site).map((item) => ({
        item,
        name: DEREGISTRATION_NAMES[item],
        doneOn: site.deregistrations[item]?.doneOn ?? null,
        reference: site.deregistrations[item]?.reference ?? '',
      })),
      missing: site.status === 'preparing' ? await this.lifecycle.missingForOnline(ctx, site) : [],
    });
  }

  private async around(ctx: StaffCtx, sites: readonly Site[]): Promise<SiteSurroundings> {
    const ids = sites.flatMap(({ sponsorId, operatorId, competentAuthorityId }) => [
      sponsorId,
      operatorId,
      competentAuthorityId,
    ]);
    return {
      names: await this.organisations.names(ctx, ids),
      refOf: (id) => this.directory.byId(id),
      urlOf: (site) => this.directory.siteUrl(site, '/'),
    };
  }
}
