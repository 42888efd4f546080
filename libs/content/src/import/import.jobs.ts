import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { atSite, DomainError, type Ctx, type EditorCtx, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import {
  AbilityFactory,
  Db,
  Handles,
  LessThan,
  MoreThan,
  Outbox,
  Scheduled,
  SiteDirectory,
  type JobHandler,
  type ScheduledJob,
} from '@zhanqun/platform';
import { ContinueImport, ReadImport, runKey } from './import.events';
import { fail, finish } from './import-ending';
import { ImportRun } from './import-run.entity';
import { ImportRuns } from './import-runs';
import { ImportWork } from './import-work';
import { WorkPlaces } from './package/work-places';
import { PreviewReading } from './preview-reading';

/** Items a turn: other jobs get their share, and a long run does not look dead. */
const A_TURN = 2_000;

@Handles(ReadImport)
@Injectable()
export class ReadImportJob implements JobHandler<ReadImport> {
  constructor(
    private readonly runs: ImportRuns,
    private readonly reading: PreviewReading,
  ) {}

  async handle(jobCtx: Ctx, { runId }: ReadImport): Promise<void> {
    const ctx = jobCtx as EditorCtx;
    const run = await this.runs.get(ctx, runId).catch(nothingIfUnknown);
    if (run?.state !== 'reading') return;
    try {
      const { preview, total } = await this.reading.read(ctx, run);
      await this.runs.moving(ctx, runId, 'offer', async (_ctx, now) => {
        const options = {
          ...now.options,
          siteAddress: now.options.siteAddress || preview.siteAddress,
          columns: preview.columns,
        };
        Object.assign(now, { preview, total, options });
        await Promise.resolve();
      });
    } catch (error) {
      await fail(this.runs, ctx, runId, error);
    }
  }
}

@Handles(ContinueImport)
@Injectable()
export class ContinueImportJob implements JobHandler<ContinueImport>, BeforeApplicationShutdown {
  private isStopping = false;

  constructor(
    private readonly db: Db,
    private readonly runs: ImportRuns,
    private readonly work: ImportWork,
    private readonly abilities: AbilityFactory,
    private readonly outbox: Outbox,
  ) {}

  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }

  async handle(jobCtx: Ctx, { runId }: ContinueImport): Promise<void> {
    const here = jobCtx as EditorCtx;
    const run = await this.runs.get(here, runId).catch(nothingIfUnknown);
    if (run?.state !== 'running' || !run.isUploaded) return;
    try {
      const ctx = await this.inTheNameOf(here, run);
      const outcome = await this.work.advance(ctx, run, {
        atMost: A_TURN,
        isStopping: () => this.isStopping,
      });
      if (outcome === 'more')
        await this.db.transaction(here, (ctx) =>
          this.outbox.add(ctx, new ContinueImport(runId), { uniqueKey: runKey(runId) }),
        );
      if (outcome === 'done') await finish(this.runs, here, runId);
    } catch (error) {
      await fail(this.runs, here, runId, error);
    }
  }

  /** With the rights the person has now: what was taken away since is not used any more. */
  private async inTheNameOf(ctx: EditorCtx, run: ImportRun): Promise<EditorCtx> {
    const actor = { accountId: run.startedById, name: run.startedByName, organisationId: null };
    return { ...ctx, actor, ability: await this.abilities.for(actor, ctx.site, ctx.now) };
  }
}

const A_QUARTER = 15 * 60_000;
const KEPT_FOR = 7 * 24 * 60 * 60_000;

/** Takes up runs whose job was lost, and clears the files of runs that ended a week ago. */
@Scheduled({ key: 'content.import.tidy', everyMinutes: 15 })
@Injectable()
export class TidyImports implements ScheduledJob {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly places: WorkPlaces,
    private readonly directory: SiteDirectory,
  ) {}

  async run(staff: StaffCtx): Promise<void> {
    for (const site of this.directory.all()) {
      const ctx = atSite(staff, site);
      await this.takeUp(ctx);
      await this.clear(ctx);
    }
  }

  private async takeUp(ctx: SiteCtx): Promise<void> {
    const silentSince = LessThan(new Date(ctx.now.getTime() - A_QUARTER));
    for (const state of ['reading', 'running'] as const) {
      const lost = await this.db
        .site(ctx, ImportRun)
        .find({ where: { state, isUploaded: true, updatedAt: silentSince }, take: 20 });
      for (const { id } of lost)
        await this.outbox.add(ctx, state === 'reading' ? new ReadImport(id) : new ContinueImport(id), {
          uniqueKey: runKey(id),
        });
    }
  }

  private async clear(ctx: SiteCtx): Promise<void> {
    const before = new Date(ctx.now.getTime() - KEPT_FOR);
    const ended = await this.db
      .site(ctx, ImportRun)
      .select(['id'], { where: { bytes: MoreThan(0), updatedAt: LessThan(before) }, take: 200 });
    for (const { id } of ended) {
      await this.places.remove(ctx.site.id, id);
      await this.db.site(ctx, ImportRun).updateWhere({ id }, { bytes: 0 });
    }
  }
}

/** A run of another site, or one that was never whole, is nobody's work. */
function nothingIfUnknown(error: unknown): null {
  if (error instanceof DomainError && error.kind === 'notFound') return null;
  throw error;
}
