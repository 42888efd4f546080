import { Injectable } from '@nestjs/common';
import { atSite, type StaffCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { FindingService, PatrolRun, PatrolService, RectificationService } from '@zhanqun/supervision';
import { PORTAL } from '../county/sites';
import { staffOf } from '../county/staff';
import { Cast } from './cast';

const SUPERVISOR = 'jianguan';

/** A first patrol of the network, and one of its findings already in the hands of those who must act. */
@Injectable()
export class SupervisionSeeder {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly cast: Cast,
    private readonly patrols: PatrolService,
    private readonly findings: FindingService,
    private readonly rectifications: RectificationService,
  ) {}

  async patrol(ctx: StaffCtx, offices: ReadonlyMap<string, number>): Promise<void> {
    const supervisor = await this.cast.at(ctx, SUPERVISOR, PORTAL);
    const sites = this.directory.all().filter(({ portalId }) => portalId === supervisor.site.id);
    const runs = this.db.shared(ctx, PatrolRun);
    // Visited here and now: no job is left over that would measure everything a second time.
    const run = await runs.save(
      runs.build({
        portalId: supervisor.site.id,
        aboutSiteId: null,
        startedById: supervisor.actor.accountId,
        startedAt: ctx.now,
        sitesTotal: sites.length,
        state: 'running',
        finishedAt: null,
      }),
    );
    for (const site of sites) await this.patrols.visit(atSite(ctx, site), run.id);
    await this.dispatchBlankChannel(ctx, offices);
  }

  /** The blank channel of 龙潭镇 is dispatched and accepted; the stale one of 清水镇 is still to be dealt with. */
  private async dispatchBlankChannel(ctx: StaffCtx, offices: ReadonlyMap<string, number>): Promise<void> {
    const supervisor = await this.cast.at(ctx, SUPERVISOR, PORTAL);
    const owner = await this.cast.at(ctx, staffOf('longtan').admin, 'longtan');
    const { items } = await this.findings.list(
      supervisor,
      { aboutSiteId: owner.site.id, indicator: 'V-W4c' },
      { page: 1, pageSize: 10 },
    );
    const [finding] = items;
    if (!finding) return;
    const { id } = await this.rectifications.dispatch(supervisor, finding.id, {
      organisationId: offices.get('longtan') ?? 0,
      workingDays: 3,
      demand: '请补充“互动交流”栏目内容，或者按规定合并、撤销该栏目，并说明今后的更新安排。',
    });
    await this.rectifications.accept(owner, id);
  }
}
