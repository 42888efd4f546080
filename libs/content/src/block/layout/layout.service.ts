import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type Page, type PageRequest } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation, PurgeLog } from '@zhanqun/platform';
import type { LayoutBlock } from '../layout-block';
import {
  layoutIncomplete,
  layoutInvalid,
  layoutReleaseNotFound,
  layoutStale,
  layoutUnchanged,
} from './layout.errors';
import { LayoutJudging } from './layout-judging';
import { LayoutPages, type LaidOutPage } from './layout-pages';
import { LayoutReferences, type NamedArticle } from './layout-references';
import { LayoutRelease } from './layout-release.entity';
import type { LayoutRemark } from './layout-remarks';
import { checkBlocks } from './layout-rules';
import { PageLayout } from './page-layout.entity';

/** A page with what is being arranged on it. */
export interface LayoutFile {
  readonly page: LaidOutPage;
  /** Null while nothing was saved for this page. */
  readonly layout: PageLayout | null;
  /** The draft, else what is published, else the default. */
  readonly blocks: readonly LayoutBlock[];
  readonly remarks: readonly LayoutRemark[];
  readonly articles: readonly NamedArticle[];
}

/** 版面编排: drafts that nobody outside sees, published in one act, each release kept. */
@Injectable()
export class LayoutService {
  constructor(
    private readonly db: Db,
    private readonly pages: LayoutPages,
    private readonly references: LayoutReferences,
    private readonly judging: LayoutJudging,
    private readonly purges: PurgeLog,
    private readonly audit: Audit,
  ) {}

  async get(ctx: EditorCtx, page: string): Promise<LayoutFile> {
    this.mustRead(ctx, page);
    const place = await this.pages.get(ctx, page);
    return this.fileOf(ctx, place, await this.db.site(ctx, PageLayout).findOne({ page }));
  }

  /** What may be kept of these blocks; raises every fault at once. */
  async checked(ctx: EditorCtx, given: readonly LayoutBlock[]): Promise<readonly LayoutBlock[]> {
    const { blocks, faults } = checkBlocks(given);
    const completed = await this.references.complete(ctx, blocks);
    const all = [...faults, ...completed.faults];
    if (all.length > 0) throw layoutInvalid({ faults: all });
    return completed.blocks;
  }

  /** 保存草稿. Raises `content.layout.stale` naming who saved since. */
  async save(
    ctx: EditorCtx,
    page: string,
    version: number,
    given: readonly LayoutBlock[],
  ): Promise<LayoutFile> {
    const blocks = await this.checked(ctx, given);
    return this.changing(ctx, page, version, 'update', (_ctx, layout) => {
      layout.draft = blocks;
    });
  }

  /** 放弃草稿: back to what citizens see. */
  async discard(ctx: EditorCtx, page: string, version: number): Promise<LayoutFile> {
    return this.changing(ctx, page, version, 'update', async (ctx, layout, place) => {
      layout.draft = null;
      await this.record(ctx, 'layout.discard', place, '放弃版面草稿');
    });
  }

  /** 恢复默认: the default of the theme, or the topic's sections, as a draft. */
  async startOver(ctx: EditorCtx, page: string, version: number): Promise<LayoutFile> {
    return this.changing(ctx, page, version, 'update', (_ctx, layout, { defaults }) => {
      layout.draft = defaults;
    });
  }

  /**
   * 发布: the draft becomes what citizens see at once, and a release of the history. Refuses a draft with required
   * fields left empty or with words that the text check forbids. Raises `content.layout.unchanged` when there is no draft.
   */
  async publish(ctx: EditorCtx, page: string, version: number, note: string): Promise<LayoutFile> {
    return this.changing(ctx, page, version, 'publish', async (ctx, layout, place) => {
      if (layout.draft === null) throw layoutUnchanged({ page });
      const faults = (await this.remarks(ctx, place, layout.draft)).filter(({ isBlocking }) => isBlocking);
      if (faults.length > 0) throw layoutIncomplete({ faults });
      // Files may have gone since the draft was saved.
      const blocks = await this.checked(ctx, layout.draft);
      const number = layout.releaseNumber + 1;
      Object.assign(layout, { published: blocks, draft: null, releaseNumber: number });
      const releases = this.db.site(ctx, LayoutRelease);
      const { accountId, name } = ctx.actor;
      await releases.save(
        releases.build({
          page,
          number,
          blocks,
          publishedById: accountId,
          publishedByName: name,
          publishedAt: ctx.now,
          note: note.trim(),
        }),
      );
      await this.purges.add(ctx, place.tags);
      await this.record(ctx, 'layout.publish', place, `发布版面第 ${number} 版`, { note: note.trim() });
    });
  }

  /** 恢复历史版本 as a draft; citizens see it after it was published anew. */
  async restore(ctx: EditorCtx, page: string, version: number, number: number): Promise<LayoutFile> {
    const { blocks } = await this.release(ctx, page, number);
    return this.changing(ctx, page, version, 'update', async (ctx, layout, place) => {
      layout.draft = blocks;
      await this.record(ctx, 'layout.restore', place, `取回版面第 ${number} 版`);
    });
  }

  async releases(ctx: EditorCtx, page: string, request: PageRequest): Promise<Page<LayoutRelease>> {
    this.mustRead(ctx, page);
    await this.pages.get(ctx, page);
    return this.db.site(ctx, LayoutRelease).page({ where: { page }, order: { number: 'DESC' } }, request);
  }

  async release(ctx: EditorCtx, page: string, number: number): Promise<LayoutRelease> {
    this.mustRead(ctx, page);
    await this.pages.get(ctx, page);
    const release = await this.db.site(ctx, LayoutRelease).findOne({ page, number });
    if (!release) throw layoutReleaseNotFound({ number });
    return release;
  }

  /** Before anything is told of the page. */
  mustRead(ctx: EditorCtx, page: string): void {
    must(ctx, 'read', this.db.site(ctx, PageLayout).build({ page }));
  }

  private async changing(
    ctx: EditorCtx,
    page: string,
    version: number,
    action: 'update' | 'publish',
    change: (ctx: EditorCtx, layout: PageLayout, place: LaidOutPage) => void | Promise<void>,
  ): Promise<LayoutFile> {
    try {
      return await this.db.transaction(ctx, async (ctx) => {
        const place = await this.pages.get(ctx, page);
        const layouts = this.db.site(ctx, PageLayout);
        const known = await layouts.findOne({ page }, { lock: 'write' });
        const layout = known ?? layouts.build({ page, version: 0 });
        must(ctx, action, layout);
        if (layout.version !== version)
          throw layoutStale({ savedBy: layout.savedByName, version: layout.version });
        await change(ctx, layout, place);
        layout.version += 1;
        layout.savedById = ctx.actor.accountId;
        layout.savedByName = ctx.actor.name;
        layout.savedAt = ctx.now;
        await layouts.save(layout);
        return this.fileOf(ctx, place, layout);
      });
    } catch (error) {
      // Two first savings at once: the one that came second is stale.
      if (isUniqueViolation(error)) throw layoutStale({ savedBy: '', version: 1 });
      throw error;
    }
  }

  private async fileOf(ctx: EditorCtx, place: LaidOutPage, layout: PageLayout | null): Promise<LayoutFile> {
    const blocks = layout?.draft ?? layout?.published ?? place.defaults;
    return {
      page: place,
      layout,
      blocks,
      remarks: await this.remarks(ctx, place, blocks),
      articles: await this.references.titles(ctx, checkBlocks(blocks).blocks),
    };
  }

  private remarks(
    ctx: EditorCtx,
    { regions }: LaidOutPage,
    blocks: readonly LayoutBlock[],
  ): Promise<LayoutRemark[]> {
    return this.judging.remarks(
      ctx,
      blocks,
      regions.map(({ name }) => name),
    );
  }

  private record(
    ctx: EditorCtx,
    action: string,
    { page, title }: LaidOutPage,
    what: string,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    const summary = `${what}（${title}）`;
    return this.audit.record(ctx, { action, subject: 'PageLayout', subjectId: page, summary, detail });
  }
}
