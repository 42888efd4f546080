import { Injectable } from '@nestjs/common';
import type { EditorCtx, SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { HOME } from '../block/layout/layout-reading';
import { LayoutReferences } from '../block/layout/layout-references';
import { LayoutRelease } from '../block/layout/layout-release.entity';
import { checkBlocks } from '../block/layout/layout-rules';
import { PageLayout } from '../block/layout/page-layout.entity';
import type { LayoutBlock } from '../block/layout-block';
import { SEARCH_ENTRY_KINDS, SearchEntry } from '../search/search-entry.entity';
import { MOST_ENTRIES } from '../search/search-lexicons';
import type { Packer } from './packer';
import { packBlocks, unpackBlocks } from './portable-layout';
import type { FindRow, Lookup } from './portable-rows';
import type { SitePackage } from './site-package';

export interface PackedSearchEntry {
  readonly kind: SearchEntry['kind'];
  readonly text: string;
  readonly byName: string;
}

/** 首页版面 and 检索词典 of a site that moves: what citizens see, what is being arranged, and how they find it. */
@Injectable()
export class SiteFittings {
  constructor(
    private readonly db: Db,
    private readonly references: LayoutReferences,
  ) {}

  /** A site that arranged nothing and keeps no dictionary has no such parts in its file. */
  async write(ctx: SiteCtx, packer: Packer, lookup: Lookup): Promise<void> {
    const layout = await this.db.site(ctx, PageLayout).findOne({ page: HOME });
    const pack = (blocks: readonly LayoutBlock[] | null) =>
      blocks && packBlocks(blocks, ctx.site.prefix, lookup);
    if (layout?.published || layout?.draft)
      await packer.json('layout.json', { published: pack(layout.published), draft: pack(layout.draft) });
    const entries = await this.db
      .site(ctx, SearchEntry)
      .find({ order: { kind: 'ASC', text: 'ASC' }, take: MOST_ENTRIES });
    if (entries.length > 0)
      await packer.json(
        'search-entries.json',
        entries.map(({ kind, text, byName }) => ({ kind, text, byName })),
      );
  }

  /** Into a site that has none of its own yet; a second time changes nothing. Only a portal keeps a dictionary. */
  async restore(ctx: EditorCtx, source: SitePackage, find: FindRow): Promise<void> {
    const layout = await source.layout();
    const entries = ctx.site.id === ctx.site.portalId ? await source.searchEntries() : [];
    await this.db.transaction(ctx, async (ctx) => {
      if (layout && (await this.db.site(ctx, PageLayout).count({ page: HOME })) === 0) {
        const published = layout.published && (await this.storable(ctx, layout.published, find));
        const draft = layout.draft && (await this.storable(ctx, layout.draft, find));
        await this.store(ctx, published, draft);
      }
      const words = this.db.site(ctx, SearchEntry);
      const known = new Set((await words.find({ take: MOST_ENTRIES })).map(({ kind, text }) => kind + text));
      const fresh = entries.filter(({ kind, text }) => isEntry(kind, text) && !known.has(kind + text));
      await words.saveAll(
        fresh
          .slice(0, MOST_ENTRIES - known.size)
          .map(({ kind, text, byName }) =>
            words.build({ kind, text, byName: String(byName ?? '').slice(0, 50) }),
          ),
      );
    });
  }

  /** Judged like any saving: nothing comes in by a file that the console would refuse. */
  private async storable(
    ctx: EditorCtx,
    packed: readonly LayoutBlock[],
    find: FindRow,
  ): Promise<readonly LayoutBlock[]> {
    const checked = checkBlocks(unpackBlocks(packed, ctx.site.prefix, find));
    const { blocks, faults } = await this.references.complete(ctx, checked.blocks);
    const bad = new Set([
      ...checked.faults.filter(({ field }) => field === '').map(({ blockId }) => blockId),
      ...faults.map(({ blockId }) => blockId),
    ]);
    return blocks.filter(({ id }) => !bad.has(id));
  }

  private async store(
    ctx: EditorCtx,
    published: readonly LayoutBlock[] | null,
    draft: readonly LayoutBlock[] | null,
  ): Promise<void> {
    const layouts = this.db.site(ctx, PageLayout);
    const { accountId, name } = ctx.actor;
    const saved = { savedById: accountId, savedByName: name, savedAt: ctx.now };
    await layouts.save(
      layouts.build({ page: HOME, published, draft, releaseNumber: published ? 1 : 0, ...saved }),
    );
    if (!published) return;
    const releases = this.db.site(ctx, LayoutRelease);
    await releases.save(
      releases.build({
        page: HOME,
        number: 1,
        blocks: published,
        publishedById: accountId,
        publishedByName: name,
        publishedAt: ctx.now,
        note: '随整站导出文件写入',
      }),
    );
  }
}

const isEntry = (kind: unknown, text: unknown): boolean =>
  SEARCH_ENTRY_KINDS.some((each) => each === kind) &&
  typeof text === 'string' &&
  text !== '' &&
  text.length <= 180;
