import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { SiteService } from '@zhanqun/tenancy';
import { Page, siteTags, view, type PageFrame, type PageResult } from '@zhanqun/theming';
import { PageAddresses } from '../article/article-address';
import { ChannelReading } from '../channel/channel-reading';
import { isShown } from '../channel/channel-tree';
import { channelLink } from '../page/page-parts';
import { siteGroups } from '../page/site-links';
import type { SiteMapView } from './site-map.view';

const TTL_SECONDS = 24 * 3600;

/** 网站地图: every channel that is open and not blank, and all other sites of the network. */
@Page('/sitemap/')
@Injectable()
export class SiteMapPage {
  constructor(
    private readonly channels: ChannelReading,
    private readonly sites: SiteService,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, _params: object, frame: PageFrame): Promise<PageResult> {
    const tree = await this.channels.tree(ctx);
    const addresses = new PageAddresses(this.directory, ctx.site);
    const network = this.sites.network(ctx.site.portalId);
    const data: SiteMapView = {
      channels: tree.roots.filter(isShown).map((root) => ({
        ...channelLink(root, addresses),
        children: tree
          .subtreeOf(root)
          .filter((node) => node !== root && isShown(node))
          .map((node) => channelLink(node, addresses)),
      })),
      sites: siteGroups(network, this.directory, ctx.site, ['departments', 'townships'], Infinity),
    };
    return view('pages/site-map.njk', data, {
      tags: [],
      ttlSeconds: TTL_SECONDS,
      canonicalPath: '/sitemap/',
      page: {
        title: '网站地图',
        tags: siteTags(frame.site),
        breadcrumb: [
          { label: '首页', url: addresses.at('/') },
          { label: '网站地图', url: addresses.at('/sitemap/'), isCurrent: true },
        ],
      },
    });
  }
}
