import { Injectable } from '@nestjs/common';
import { atSite, shanghaiDay, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import type { Blueprint } from '../blueprint/blueprint';
import { settingsTag } from '../settings/settings';
import { SiteChanges } from './site-changes';
import { SiteFurnishers, type FirstMember } from './site-furnisher';
import { SiteStatusChange } from './site-status-change.entity';

/** The second half of an opening: what other libraries add, and making it known. */
@Injectable()
export class SiteBirth {
  constructor(
    private readonly db: Db,
    private readonly furnishers: SiteFurnishers,
    private readonly changes: SiteChanges,
  ) {}

  async furnishAndAnnounce(
    ctx: StaffCtx,
    site: SiteRef,
    blueprint: Blueprint,
    members: readonly FirstMember[],
  ): Promise<void> {
    await this.furnishers.furnish(atSite(ctx, site), blueprint, members);
    const history = this.db.shared(ctx, SiteStatusChange);
    await history.save(
      history.build({
        ofSiteId: site.id,
        move: 'open',
        fromStatus: null,
        toStatus: 'preparing',
        facts: { blueprint: blueprint.code, on: shanghaiDay(ctx.now) },
        byId: ctx.actor.accountId,
        byName: ctx.actor.name,
      }),
    );
    await this.changes.announce(ctx, site, {
      action: 'tenancy.site.opened',
      summary: `新建站点“${site.name}”`,
      detail: { key: site.key, kind: site.kind, blueprint: blueprint.code },
      shownBy: 'none',
      tags: [settingsTag(site.id)],
    });
  }
}
