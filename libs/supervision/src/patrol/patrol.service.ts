import { Injectable } from '@nestjs/common';
import {
  atSite,
  type Ctx,
  type EditorCtx,
  type Page,
  type PageRequest,
  type SiteCtx,
  type SiteRef,
} from '@zhanqun/kernel';
import { allOf, Db, In, Outbox, SiteDirectory, readable } from '@zhanqun/platform';
import { Inspection } from './inspection';
import { PatrolRun } from './patrol-run.entity';
import { PatrolVisit } from './patrol-visit.entity';
import { InspectSite } from './patrol.events';

/** A run with how far it has come. */
export interface PatrolProgress {
  readonly run: PatrolRun;
  readonly sitesDone: number;
  readonly standing: number;
  readonly appeared: number;
  readonly cleared: number;
}

/** 巡检: one job a site, so that one slow site holds up nobody and a killed process loses nothing. */
@Injectable()
export class PatrolService {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly directory: SiteDirectory,
    private readonly inspection: Inspection,
  ) {}

  /** 巡检全网: every online or closing site under the portal. */
  async patrolNetwork(ctx: Ctx, { portalId }: SiteRef): Promise<PatrolRun> {
    const sites = this.directory
      .all()
      .filter((site) => site.portalId === portalId && ['online', 'closing'].includes(site.status));
    return this.begin(ctx, portalId, null, sites);
  }

  /** 发起巡检: of the whole network the person stands in, or of the one site. */
  async start(ctx: EditorCtx, scope: 'network' | 'site'): Promise<PatrolProgress> {
    const run =
      scope === 'network'
        ? await this.patrolNetwork(ctx, ctx.site)
        : await this.begin(ctx, ctx.site.portalId, ctx.site.id, [ctx.site]);
    return { run, sitesDone: 0, standing: 0, appeared: 0, cleared: 0 };
  }

  /** The job's part: inspects one site and marks it visited; repeated, it only measures again. */
  async visit(ctx: SiteCtx, runId: number): Promise<void> {
    const result = await this.inspection.inspect(ctx);
    await this.db.transaction(ctx, async (ctx) => {
      const visits = this.db.shared(ctx, PatrolVisit);
      const run = await this.db.shared(ctx, PatrolRun).findOne({ id: runId }, { lock: 'write' });
      if (!run || (await visits.findOne({ runId, aboutSiteId: ctx.site.id }))) return;
      await visits.save(
        visits.build({
          runId,
          aboutSiteId: ctx.site.id,
          portalId: run.portalId,
          visitedAt: ctx.now,
          ...result,
        }),
      );
      if ((await visits.count({ runId })) < run.sitesTotal) return;
      run.state = 'done';
      run.finishedAt = ctx.now;
      await this.db.shared(ctx, PatrolRun).save(run);
    });
  }

  async list(ctx: EditorCtx, paging: PageRequest): Promise<Page<PatrolProgress>> {
    const where = allOf<PatrolRun>({ portalId: ctx.site.portalId }, readable(ctx, PatrolRun));
    const page = await this.db.shared(ctx, PatrolRun).page({ where, order: { id: 'DESC' } }, paging);
    return { ...page, items: await this.withProgress(ctx, page.items) };
  }

  private async begin(
    ctx: Ctx,
    portalId: number,
    aboutSiteId: number | null,
    sites: readonly SiteRef[],
  ): Promise<PatrolRun> {
    return this.db.transaction(ctx, async (ctx) => {
      const runs = this.db.shared(ctx, PatrolRun);
      const isEmpty = sites.length === 0;
      const run = await runs.save(
        runs.build({
          portalId,
          aboutSiteId,
          startedById: ctx.actor?.accountId ?? 0,
          startedAt: ctx.now,
          sitesTotal: sites.length,
          state: isEmpty ? 'done' : 'running',
          finishedAt: isEmpty ? ctx.now : null,
        }),
      );
      for (const site of sites) await this.outbox.add(atSite(ctx, site), new InspectSite(run.id));
      return run;
    });
  }

  private async withProgress(ctx: Ctx, runs: readonly PatrolRun[]): Promise<PatrolProgress[]> {
    const visits =
      runs.length === 0
        ? []
        : await this.db.shared(ctx, PatrolVisit).find({ where: { runId: In(runs.map(({ id }) => id)) } });
    return runs.map((run) => {
      const own = visits.filter(({ runId }) => runId === run.id);
      const sum = (field: 'standing' | 'appeared' | 'cleared'): number =>
        own.reduce((total, visit) => total + visit[field], 0);
      return {
        run,
        sitesDone: own.length,
        standing: sum('standing'),
        appeared: sum('appeared'),
        cleared: sum('cleared'),
      };
    });
  }
}
