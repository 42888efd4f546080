import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { Page, siteTags, view, type PageFrame, type PageResult } from '@zhanqun/theming';
import { PageAddresses } from '../article/article-address';

const TTL_SECONDS = 24 * 3600;

/** 无障碍说明: what helps to read this site, its shortcuts, and whom to tell of a barrier. No query. */
@Page('/accessibility/')
@Injectable()
export class AccessibilityPage {
  constructor(private readonly directory: SiteDirectory) {}

  async load(ctx: SiteCtx, _params: object, frame: PageFrame): Promise<PageResult> {
    const addresses = new PageAddresses(this.directory, ctx.site);
    return view(
      'pages/accessibility.njk',
      {},
      {
        tags: [],
        ttlSeconds: TTL_SECONDS,
        canonicalPath: '/accessibility/',
        page: {
          title: '无障碍说明',
          tags: siteTags(frame.site),
          breadcrumb: [
            { label: '首页', url: addresses.at('/') },
            { label: '无障碍说明', url: addresses.at('/accessibility/'), isCurrent: true },
          ],
        },
      },
    );
  }
}
