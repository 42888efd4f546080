import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import type { Body } from '../body/read-body';
import type { TextHit } from '../check-hit';
import type { EffectiveList } from '../lists/effective-list';
import { OutsideLinks } from './outside-links';
import { OwnLinks } from './own-links';

/** 链接打不开: own addresses by the database, others by what they answered when they were visited. */
@Injectable()
export class DeadLinks {
  constructor(
    private readonly own: OwnLinks,
    private readonly outside: OutsideLinks,
  ) {}

  async check(ctx: SiteCtx, list: EffectiveList, body: Body): Promise<TextHit[]> {
    const severity = list.severity('linkDead');
    if (!severity || body.links.length === 0) return [];
    const paths = new Map(body.links.map(({ address }) => [address, this.own.pathOf(ctx, address)]));
    const outside = body.links
      .map(({ address }) => address)
      .filter((address) => /^https?:\/\//i.test(address) && !this.own.isOurs(address));
    const deadPaths = await this.own.deadAmong(ctx, [
      ...new Set([...paths.values()].filter((path) => path !== null)),
    ]);
    const deadOutside = await this.outside.deadAmong(ctx, outside);
    return body.links.flatMap(({ start, end, address }): TextHit[] => {
      const why = deadPaths.get(paths.get(address) ?? '') ?? deadOutside.get(address.split('#')[0] ?? '');
      if (why === undefined) return [];
      const text = body.text.slice(start, end) || address.slice(0, 60);
      const reason = `链接打不开：${why}，请更正或删除（${address.slice(0, 120)}）`;
      return [{ start, end, text, kind: 'link', rule: 'linkDead', suggest: null, severity, reason }];
    });
  }
}
