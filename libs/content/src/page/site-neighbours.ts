import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { SiteService } from '@zhanqun/tenancy';
import { PageAddresses } from '../article/article-address';
import { siteGroups, type SiteGroupLinks } from './site-links';

/** Addresses on a site's own pages, and the other sites around it; from memory. */
@Injectable()
export class SiteNeighbours {
  constructor(
    private readonly sites: SiteService,
    private readonly directory: SiteDirectory,
  ) {}

  addresses({ site }: SiteCtx): PageAddresses {
    return new PageAddresses(this.directory, site);
  }

  groups({ site }: SiteCtx, groups: readonly string[]): SiteGroupLinks[] {
    return siteGroups(this.sites.network(site.portalId), this.directory, site, groups);
  }
}
