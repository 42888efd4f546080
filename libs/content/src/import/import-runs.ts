import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { NewsToTell } from '@zhanqun/identity';
import { must, type EditorCtx, type Page, type PageRequest, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, In, MoreThan, Outbox, type NewValues } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import { CategoryChannels } from './category-channels';
import { ContinueImport, ReadImport, runKey } from './import.events';
import { filesGone, importBusy, importNotFound, importTargetMissing } from './import.errors';
import { ImportItem, type ItemOutcome } from './import-item.entity';
import { DEFAULT_OPTIONS, type RunOptions } from './import-options';
import { ImportRun, type ImportSourceKind } from './import-run.entity';
import { importState, type ImportMove } from './import-state';
import { WorkPlaces } from './package/work-places';

const SOURCE_NAMES: Readonly<Record<ImportSourceKind, string>> = {
  wordpress: 'WordPress 导出',
  table: '表格',
  html: '网页文件夹',
  site: '整站导出',
};

/** 旧站导入 as people steer it: upload, look, decide, start, pause, go on, cancel. */
@Injectable()
export class ImportRuns {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly places: WorkPlaces,
    private readonly channels: ChannelReading,
    private readonly categories: CategoryChannels,
  ) {}

  list(ctx: EditorCtx, request: PageRequest): Promise<Page<ImportRun>> {
    return this.db.site(ctx, ImportRun).page({ order: { id: 'DESC' } }, request);
  }

  async get(ctx: SiteCtx, id: number): Promise<ImportRun> {
    const run = await this.db.site(ctx, ImportRun).findOne({ id });
    if (!run) throw importNotFound({ id });
    return run;
  }

  async items(
    ctx: EditorCtx,
    runId: number,
    outcome: ItemOutcome | undefined,
    request: PageRequest,
  ): Promise<Page<ImportItem>> {
    await this.get(ctx, runId);
    const where = { runId, ...(outcome ? { outcome } : {}) };
    return this.db.site(ctx, ImportItem).page({ where, order: { number: 'ASC' } }, request);
  }

  /** Every line of the report, a few at a time. */
  async *report(ctx: SiteCtx, runId: number): AsyncGenerator<ImportItem[]> {
    for (let after = 0; ;) {
      const rows = await this.db
        .site(ctx, ImportItem)
        .find({ where: { runId, number: MoreThan(after) }, order: { number: 'ASC' }, take: 500 });
      if (rows.length > 0) yield rows;
      if (rows.length < 500) return;
      after = rows.at(-1)?.number ?? after;
    }
  }

  /** 上传：keeps the file and has it read. The run exists once the file is whole. */
  async upload(
    ctx: EditorCtx,
    source: ImportSourceKind,
    fileName: string,
    content: Readable,
  ): Promise<ImportRun> {
    const runs = this.db.site(ctx, ImportRun);
    const blank = runs.build({ ...this.facts(ctx, source, fileName), state: 'cancelled', place: '' });
    must(ctx, 'create', blank);
    const run = await runs.save(blank);
    const { id } = run;
    let received: { bytes: number; digest: string };
    try {
      received = await this.places.receive(ctx.site.id, id, content);
    } catch (error) {
      await this.db.site(ctx, ImportRun).removeWhere({ id });
      throw error;
    }
    return this.db.transaction(ctx, async (ctx) => {
      const stored = await this.locked(ctx, id);
      await this.db.site(ctx, ImportRun).save(Object.assign(stored, { ...received, state: 'reading' }));
      await this.outbox.add(ctx, new ReadImport(id), { uniqueKey: runKey(id) });
      const what = `上传导入文件“${run.fileName}”（${SOURCE_NAMES[source]}）`;
      await this.record(ctx, 'import.upload', stored, what, received);
      return stored;
    });
  }

  /** 重新读取 after the columns of a table or the address of the former site were corrected. */
  async readAgain(ctx: EditorCtx, id: number, options: Partial<RunOptions>): Promise<ImportRun> {
    return this.moving(ctx, id, 'read', async (ctx, run) => {
      run.options = { ...run.options, ...options };
      run.preview = null;
      await this.outbox.add(ctx, new ReadImport(id), { uniqueKey: runKey(id) });
    });
  }

  /**
   * 开始导入, or 试运行. Raises `content.import.busy` while another run of the site is at work, and
   * `identity.right.missing` for published articles by somebody who may not publish.
   */
  async start(
    ctx: EditorCtx,
    id: number,
    options: Partial<RunOptions>,
    isDryRun: boolean,
  ): Promise<ImportRun> {
    return this.moving(ctx, id, 'start', async (ctx, run) => {
      await this.begin(ctx, run, options, isDryRun);
      if (!(await this.places.has(ctx.site.id, id))) throw filesGone();
      await this.outbox.add(ctx, new ContinueImport(id), { uniqueKey: runKey(id) });
    });
  }

  /** What a start means, for the console and the command line alike; in the caller's transaction. */
  async begin(ctx: EditorCtx, run: ImportRun, wanted: Partial<RunOptions>, isDryRun: boolean): Promise<void> {
    const options: RunOptions = { ...run.options, ...wanted };
    await this.refuseForbidden(ctx, options);
    const other = await this.db.site(ctx, ImportRun).findOne({ state: 'running' });
    if (other && other.id !== run.id) throw importBusy({ id: other.id });
    const categories = run.preview?.categories ?? [];
    run.options = await this.categories.complete(ctx, options, categories, isDryRun);
    const hasTarget =
      run.options.channelId !== null || Object.values(run.options.mapping).some((to) => to !== 0);
    if (!hasTarget) throw importTargetMissing();
    await this.db.site(ctx, ImportItem).removeWhere({ runId: run.id });
    const zero = { position: 0, created: 0, updated: 0, skipped: 0, failed: 0, warned: 0 };
    Object.assign(run, zero, { isDryRun, fault: '', startedAt: ctx.now, finishedAt: null });
    const { accountId, name } = ctx.actor;
    Object.assign(run, { startedById: accountId, startedByName: name.slice(0, 50) });
    const { publishes, onChanged, createsChannels, fetchesRemote } = run.options;
    const how = publishes === 'historic' ? '按原发布日期直接发布' : '作为草稿';
    const what = isDryRun ? '试运行导入' : `开始导入（${how}）`;
    await this.record(ctx, isDryRun ? 'import.tryOut' : 'import.start', run, `${what}“${run.fileName}”`, {
      publishes,
      onChanged,
      createsChannels,
      fetchesRemote,
      total: run.total,
    });
  }

  pause(ctx: EditorCtx, id: number): Promise<ImportRun> {
    return this.moving(ctx, id, 'pause', (ctx, run) =>
      this.record(ctx, 'import.pause', run, `暂停导入“${run.fileName}”`, { position: run.position }),
    );
  }

  resume(ctx: EditorCtx, id: number): Promise<ImportRun> {
    return this.moving(ctx, id, 'resume', async (ctx, run) => {
      await this.refuseForbidden(ctx, run.options);
      const other = await this.db.site(ctx, ImportRun).findOne({ state: 'running' });
      if (other && other.id !== id) throw importBusy({ id: other.id });
      await this.outbox.add(ctx, new ContinueImport(id), { uniqueKey: runKey(id) });
      await this.record(ctx, 'import.resume', run, `继续导入“${run.fileName}”`, { position: run.position });
    });
  }

  /** 取消：what was imported so far stays; it is in the report. */
  cancel(ctx: EditorCtx, id: number): Promise<ImportRun> {
    return this.moving(ctx, id, 'cancel', (ctx, run) => {
      run.finishedAt = ctx.now;
      return this.record(ctx, 'import.cancel', run, `取消导入“${run.fileName}”`, { position: run.position });
    });
  }

  /** A run of the command line: reads where the operator says, does its work itself. */
  facts(ctx: EditorCtx, source: ImportSourceKind, fileName: string): NewValues<ImportRun> {
    const name = fileName.split(/[/\\]/).at(-1) ?? '';
    return {
      source,
      fileName:
        name.replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 200) || '未命名',
      options: DEFAULT_OPTIONS,
      startedById: ctx.actor.accountId,
      startedByName: ctx.actor.name.slice(0, 50),
    };
  }

  /** In one transaction: load, ask, move, change, save. */
  async moving(
    ctx: EditorCtx,
    id: number,
    move: ImportMove,
    change: (ctx: EditorCtx, run: ImportRun) => Promise<void>,
  ): Promise<ImportRun> {
    return this.db.transaction(ctx, async (ctx) => {
      const run = await this.locked(ctx, id);
      must(ctx, 'update', run);
      run.state = importState.next(move, run.state);
      await change(ctx, run);
      return this.db.site(ctx, ImportRun).save(run);
    });
  }

  async record(
    ctx: EditorCtx,
    action: string,
    run: ImportRun,
    summary: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(ctx, { action, subject: 'ImportRun', subjectId: run.id, summary, detail });
  }

  /** Who started it hears that it is over. */
  async tell(ctx: EditorCtx, run: ImportRun, words: string): Promise<void> {
    const path = `/s/${ctx.site.key}/imports/${run.id}`;
    await this.outbox.add(ctx, new NewsToTell([run.startedById], 'task', words, path, `import:${run.id}`));
  }

  private async locked(ctx: EditorCtx, id: number): Promise<ImportRun> {
    const run = await this.db.site(ctx, ImportRun).findOne({ id }, { lock: 'write' });
    if (!run) throw importNotFound({ id });
    return run;
  }

  /** 历史文章 pass no review, so they ask for the right to publish; the channels must be this site's. */
  private async refuseForbidden(ctx: EditorCtx, options: RunOptions): Promise<void> {
    const tree = await this.channels.tree(ctx);
    const wanted = new Set([options.channelId ?? 0, ...Object.values(options.mapping)]);
    for (const channelId of wanted) {
      if (channelId <= 0) continue;
      const node = tree.find(channelId);
      if (!node) throw importTargetMissing();
      const article = this.db.site(ctx, Article).build({ channelId, authorId: ctx.actor.accountId });
      must(ctx, 'create', article);
      if (options.publishes === 'historic') must(ctx, 'publish', article);
    }
  }

  /** Titles of articles by id, for the report's links. */
  async existing(ctx: SiteCtx, ids: readonly number[]): Promise<Set<number>> {
    if (ids.length === 0) return new Set();
    const found = await this.db.site(ctx, Article).select(['id'], { where: { id: In([...ids]) } });
    return new Set(found.map(({ id }) => id));
  }
}
