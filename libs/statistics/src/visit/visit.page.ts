import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Asks, Page, raw, type Asked, type PageFrame, type PageResult } from '@zhanqun/theming';
import { VisitCounter } from './visit-counter';
import { visitedPage } from './visited-page';

/**
 * Asked by the script of a page once it is shown: pages come out of the cache or from files, so nothing else
 * would know that somebody read them. Answers everybody the same nothing and keeps nothing about the reader.
 */
@Page('/_visit/:kind([a-z]{1,10})/', '/_visit/:kind([a-z]{1,10})/:id(\\d{1,9})/')
@Asks({ query: [], perMinute: 600 })
@Injectable()
export class VisitPage {
  constructor(private readonly visits: VisitCounter) {}

  async load(
    ctx: SiteCtx,
    { kind, id }: { kind: string; id?: string },
    _frame: PageFrame,
    { visitor }: Asked,
  ): Promise<PageResult> {
    const page = visitedPage(kind, id);
    if (page) await this.visits.count(ctx, page, visitor);
    return raw('text/plain; charset=utf-8', Buffer.alloc(0), { headers: { 'Cache-Control': 'no-store' } });
  }
}
