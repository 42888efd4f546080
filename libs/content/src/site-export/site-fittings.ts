import { Injectable } from '@nestjs/common';
import { DomainError, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { HOME } from '../block/layout/layout-reading';
import { LayoutReferences } from '../block/layout/layout-references';
import { LayoutRelease } from '../block/layout/layout-release.entity';
import { checkBlocks } from '../block/layout/layout-rules';
import { PageLayout } from '../block/layout/page-layout.entity';
import type { LayoutBlock } from '../block/layout-block';
import { entryText } from '../search/search-entries';
import { SEARCH_ENTRY_KINDS, SearchEntry } from '../search/search-entry.entity';
import { MOST_ENTRIES } from '../search/search-lexicons';
import type { Packer } from './packer';
import { blocksIn, packBlocks, unpackBlocks } from './portable-layout';
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
        const published = await this.storable(ctx, blocksIn(layout.published), find);
        await this.store(ctx, published, await this.storable(ctx, blocksIn(layout.draft), find));
      }
      const words = this.db.site(ctx, SearchEntry);
      const known = new Set((await words.find({ take: MOST_ENTRIES })).map(({ kind, text }) => kind + text));
      const fresh = new Map<string, PackedSearchEntry>();
      for (const entry of entries.flatMap(readEntry)) {
        const key = entry.kind + entry.text;
        if (!known.has(key) && known.size + fresh.size < MOST_ENTRIES) fresh.set(key, entry);
      }
      await words.saveAll([...fresh.values()].map((entry) => words.build(entry)));
    });
  }

  /** Judged like any saving: nothing comes in by a file that the console would refuse. */
  private async storable(
    ctx: EditorCtx,
    packed: readonly LayoutBlock[] | null,
    find: FindRow,
  ): Promise<readonly LayoutBlock[] | null> {
    if (packed === null) return null;
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

/** By the rules of the console; what it would refuse is left out. */
function readEntry(packed: unknown): PackedSearchEntry[] {
  const { kind, text, byName } = (packed ?? {}) as Partial<PackedSearchEntry>;
  const known = SEARCH_ENTRY_KINDS.find((each) => each === kind);
  if (!known || typeof text !== 'string') return [];
  try {
    return [{ kind: known, text: entryText(known, text), byName: String(byName ?? '').slice(0, 50) }];
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
