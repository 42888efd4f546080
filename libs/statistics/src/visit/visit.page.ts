import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Page, raw, type PageResult } from '@zhanqun/theming';
import { VisitCounter } from './visit-counter';

/**
 * Asked by the script of an article page once it is shown: pages come out of the cache, so nothing else
 * would know that somebody read them. Answers with nothing and keeps nothing about the reader.
 */
@Page('/_visit/:id(\\d{1,9})/')
@Injectable()
export class VisitPage {
  constructor(private readonly visits: VisitCounter) {}

  load(ctx: SiteCtx, { id }: { id: string }): Promise<PageResult> {
    this.visits.count(ctx, Number(id));
    return Promise.resolve(
      raw('text/plain; charset=utf-8', Buffer.alloc(0), { headers: { 'Cache-Control': 'no-store' } }),
    );
  }
}
