import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { Settings, SiteService } from '@zhanqun/tenancy';
import { Page, siteTags, view, type PageFrame, type PageResult } from '@zhanqun/theming';
import { PageAddresses } from '../article/article-address';
import { contactDirections, contactHours, contactPostcode } from './contact-settings';
import type { ContactView } from './contact.view';

const TTL_SECONDS = 24 * 3600;

/** 联系我们: how the body behind the site is reached. No query; every page's frame is renewed when it changes. */
@Page('/contact/')
@Injectable()
export class ContactPage {
  constructor(
    private readonly sites: SiteService,
    private readonly settings: Settings,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, _params: object, frame: PageFrame): Promise<PageResult> {
    const { site } = frame;
    const { competentAuthority } = await this.sites.profile(ctx, ctx.site);
    const addresses = new PageAddresses(this.directory, ctx.site);
    const postcode = this.settings.get(ctx, contactPostcode);
    const hours = this.settings.get(ctx, contactHours);
    const data: ContactView = {
      organisation: site.name,
      sponsor: site.sponsor,
      operator: site.operator,
      competentAuthority,
      address: site.contactAddress,
      postcode,
      phone: site.contactPhone,
      hours,
      email: site.email,
      directions: this.settings
        .get(ctx, contactDirections)
        .split(/\n+/)
        .filter((line) => line.trim() !== ''),
    };
    return view('pages/contact.njk', data, {
      tags: [],
      ttlSeconds: TTL_SECONDS,
      canonicalPath: '/contact/',
      page: {
        title: '联系我们',
        tags: siteTags(site),
        breadcrumb: [
          { label: '首页', url: addresses.at('/') },
          { label: '联系我们', url: addresses.at('/contact/'), isCurrent: true },
        ],
        finding: { schema: 'ContactPage', postcode, openingHours: hours },
      },
    });
  }
}
