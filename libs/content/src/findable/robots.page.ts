import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { notFound, Page, raw, siteTag, type PageResult } from '@zhanqun/theming';

/** Answers that are nobody's to list: previews, counting, questions to the search page. */
const CLOSED = ['/_preview/', '/_visit/', '/search/', '/search.json'];
const TTL_SECONDS = 24 * 3600;

/**
 * robots.txt belongs to a host: the site at its root answers for every site that lives under a path of it.
 * A suspended root answers 503 like all its pages, which crawlers read as *come back later*; a closed one
 * 410, which they read as *no rules*, and every page behind it says itself that it is gone.
 */
@Page('/robots.txt')
@Injectable()
export class RobotsPage {
  constructor(private readonly directory: SiteDirectory) {}

  async load({ site }: SiteCtx): Promise<PageResult> {
    if (site.prefix !== '') return notFound;
    const sites = this.directory
      .all()
      .filter(({ host, status }) => host === site.host && (status === 'online' || status === 'closing'))
      .toSorted((left, right) => left.prefix.localeCompare(right.prefix));
    const lines = [
      'User-agent: *',
      ...sites.flatMap(({ prefix }) => CLOSED.map((path) => `Disallow: ${prefix}${path}`)),
      'Allow: /',
      '',
      ...sites.map((each) => `Sitemap: ${this.directory.siteUrl(each, '/sitemap.xml')}`),
      '',
    ];
    return raw('text/plain; charset=utf-8', Buffer.from(lines.join('\n')), {
      tags: [siteTag(site.id), 'directory'],
      ttlSeconds: TTL_SECONDS,
    });
  }
}
