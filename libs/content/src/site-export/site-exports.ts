import { NewsToTell } from '@zhanqun/identity';
import { Injectable } from '@nestjs/common';
import {
  atSite,
  must,
  type Ctx,
  type EditorCtx,
  type Page,
  type PageRequest,
  type SiteCtx,
  type StaffCtx,
} from '@zhanqun/kernel';
import {
  Audit,
  Db,
  FileStore,
  Handles,
  JobEvent,
  LessThan,
  Outbox,
  Scheduled,
  SiteDirectory,
  type FileReading,
  type JobHandler,
  type ScheduledJob,
} from '@zhanqun/platform';
import { Packer } from './packer';
import { exportNotFound } from './site-export.errors';
import { SiteExport } from './site-export.entity';
import { SiteWriting } from './site-writing';

const KEPT_DAYS = 7;
const DAY = 24 * 60 * 60_000;

/** 写出整站. */
@JobEvent()
export class WriteSiteExport {
  static readonly kind = 'content.writeSiteExport';
  constructor(readonly exportId: number) {}
}

/** 整站导出 of the console: asked for, written by a job, fetched for a week. */
@Injectable()
export class SiteExports {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly files: FileStore,
    private readonly writing: SiteWriting,
  ) {}

  list(ctx: EditorCtx, request: PageRequest): Promise<Page<SiteExport>> {
    return this.db.site(ctx, SiteExport).page({ order: { id: 'DESC' } }, request);
  }

  /** One at a time: who asks while one is being written gets that one. */
  async begin(ctx: EditorCtx): Promise<SiteExport> {
    return this.db.transaction(ctx, async (ctx) => {
      const exports = this.db.site(ctx, SiteExport);
      const { accountId, name } = ctx.actor;
      const row = exports.build({
        state: 'waiting',
        requestedById: accountId,
        requestedByName: name.slice(0, 50),
      });
      must(ctx, 'create', row);
      const waiting = await exports.findOne({ state: 'waiting' });
      if (waiting) return waiting;
      await exports.save(row);
      await this.outbox.add(ctx, new WriteSiteExport(row.id));
      await this.audit.record(ctx, {
        action: 'site.export',
        subject: 'SiteExport',
        subjectId: row.id,
        summary: `申请整站导出“${ctx.site.name}”`,
      });
      return row;
    });
  }

  async write(ctx: SiteCtx, id: number): Promise<void> {
    const row = await this.db.site(ctx, SiteExport).findOne({ id, state: 'waiting' });
    if (!row) return;
    const storedAs = `exports/${id}.tar.gz`;
    const packer = new Packer();
    const writing = this.writing.write(ctx, packer);
    const [manifest, stored] = await Promise.all([
      writing,
      this.files.put(ctx.site.id, storedAs, packer.output),
    ]);
    await this.db.site(ctx, SiteExport).updateWhere(
      { id, state: 'waiting' },
      {
        state: 'ready',
        storedAs,
        bytes: stored.size,
        contentDigest: manifest.contentDigest,
        articles: manifest.counts.articles,
        assets: manifest.counts.assets,
        finishedAt: ctx.now,
        expiresAt: new Date(ctx.now.getTime() + KEPT_DAYS * DAY),
      },
    );
    const words = `整站导出“${ctx.site.name}”已写好，${KEPT_DAYS} 天内可下载`;
    const path = `/s/${ctx.site.key}/exports`;
    await this.outbox.add(ctx, new NewsToTell([row.requestedById], 'task', words, path, `export:${id}`));
  }

  /** The file, recorded: who took a whole site away is worth knowing. */
  async fetch(ctx: EditorCtx, id: number): Promise<{ row: SiteExport; reading: FileReading }> {
    const row = await this.db.site(ctx, SiteExport).findOne({ id, state: 'ready' });
    if (!row || (row.expiresAt !== null && row.expiresAt <= ctx.now)) throw exportNotFound({ id });
    const reading = await this.files.read(ctx.site.id, row.storedAs);
    await this.db.transaction(ctx, (ctx) =>
      this.audit.record(ctx, {
        action: 'site.fetchExport',
        subject: 'SiteExport',
        subjectId: id,
        summary: `下载整站导出文件（${row.articles} 篇文章）`,
      }),
    );
    return { row, reading };
  }

  async expire(ctx: SiteCtx): Promise<void> {
    const exports = this.db.site(ctx, SiteExport);
    const over = await exports.find({ where: { state: 'ready', expiresAt: LessThan(ctx.now) }, take: 50 });
    for (const { id, storedAs } of over) {
      await this.files.remove(ctx.site.id, storedAs);
      await exports.updateWhere({ id, state: 'ready' }, { state: 'expired' });
    }
    // A request whose job was given up must not block the next one for ever.
    const lost = LessThan(new Date(ctx.now.getTime() - DAY));
    await exports.updateWhere(
      { state: 'waiting', createdAt: lost },
      { state: 'failed', fault: '写出未能完成' },
    );
  }
}

@Handles(WriteSiteExport)
@Injectable()
export class WriteSiteExportJob implements JobHandler<WriteSiteExport> {
  constructor(private readonly exports: SiteExports) {}

  async handle(ctx: Ctx, { exportId }: WriteSiteExport): Promise<void> {
    await this.exports.write(ctx as SiteCtx, exportId);
  }
}

@Scheduled({ key: 'content.siteExport.expire', dailyAt: '03:40' })
@Injectable()
export class ExpireSiteExports implements ScheduledJob {
  constructor(
    private readonly exports: SiteExports,
    private readonly directory: SiteDirectory,
  ) {}

  async run(staff: StaffCtx): Promise<void> {
    for (const site of this.directory.all()) await this.exports.expire(atSite(staff, site));
  }
}
