import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Accounts, Notices } from '@zhanqun/identity';
import { SiteDirectory } from '@zhanqun/platform';
import type { RectificationMove } from './rectification-state';
import type { Rectification } from './rectification.entity';

/** Who hears of a move: the people of the site that has the fault, or who dispatched it. */
const HEARD_BY: Readonly<Record<RectificationMove | 'dispatch', 'owners' | 'dispatcher'>> = {
  dispatch: 'owners',
  accept: 'dispatcher',
  reportFixed: 'dispatcher',
  verify: 'dispatcher',
  return: 'owners',
  extend: 'owners',
  close: 'owners',
  cancel: 'owners',
};

/** 整改提醒: every move is told to the other side. */
@Injectable()
export class RectificationNews {
  constructor(
    private readonly accounts: Accounts,
    private readonly notices: Notices,
    private readonly directory: SiteDirectory,
  ) {}

  /** In the caller's transaction. `what`: the move in the office's words. */
  async tell(
    ctx: EditorCtx,
    row: Rectification,
    move: RectificationMove | 'dispatch',
    what: string,
  ): Promise<void> {
    const isForOwners = HEARD_BY[move] === 'owners';
    const site = this.directory.byId(isForOwners ? row.aboutSiteId : row.portalId);
    if (!site) return;
    await this.notices.tell(ctx, {
      to: isForOwners ? await this.owners(ctx, row.aboutSiteId) : [row.dispatchedById],
      kind: 'rectification',
      title: `${what}${move === 'dispatch' ? `（限 ${row.dueOn} 前）` : ''}`,
      path: `/s/${site.key}/rectifications/${row.id}`,
      about: `rectification:${row.id}`,
      site,
    });
  }

  private async owners(ctx: EditorCtx, siteId: number): Promise<number[]> {
    const people = [
      ...(await this.accounts.membersWith(ctx, siteId, 'siteAdmin')),
      ...(await this.accounts.membersWith(ctx, siteId, 'editor')),
    ];
    return people.map(({ accountId }) => accountId);
  }
}
