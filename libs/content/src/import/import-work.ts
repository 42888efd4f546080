import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import { ImportRun } from './import-run.entity';
import { ImportSource } from './import-source.entity';
import { ItemStoring, RunTaken, type ReadyItem } from './item-storing';
import { judge, sourceKeyOf } from './judging';
import { FileMemory, Localising } from './localising';
import { SourceOpening } from './source-opening';
import type { OpenSource, SourceItem } from './source-item';

export const BATCH = 20;

export interface WorkBounds {
  /** Items after which to stop, for another turn; all when left out. */
  readonly atMost?: number;
  /** Asked after each batch. */
  readonly isStopping?: () => boolean;
  readonly onProgress?: (run: ImportRun) => void;
}

/** The work of a run: reads on from where it stands, batch by batch, until it is done or told to stop. */
@Injectable()
export class ImportWork {
  constructor(
    private readonly db: Db,
    private readonly opening: SourceOpening,
    private readonly channels: ChannelReading,
    private readonly localising: Localising,
    private readonly storing: ItemStoring,
  ) {}

  /** `done` when every item is dealt with, `more` when there are items left, `taken` when the run is not ours. */
  async advance(
    ctx: EditorCtx,
    run: ImportRun,
    { atMost = Number.POSITIVE_INFINITY, isStopping = () => false, onProgress }: WorkBounds = {},
  ): Promise<'done' | 'more' | 'taken'> {
    const source = await this.opening.open(ctx, run);
    const memory = new FileMemory();
    const end = run.position + atMost;
    let batch: SourceItem[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return;
      const ready = await this.prepared(ctx, run, source, batch, memory);
      await this.storing.store(ctx, run, ready);
      batch = [];
      onProgress?.(run);
    };
    try {
      for await (const item of source.items(run.position)) {
        batch.push(item);
        if (batch.length < BATCH) continue;
        await flush();
        if (isStopping() || run.position >= end) return 'more';
      }
      await flush();
      return 'done';
    } catch (error) {
      if (error instanceof RunTaken) return 'taken';
      throw error;
    }
  }

  private async prepared(
    ctx: EditorCtx,
    run: ImportRun,
    source: OpenSource,
    items: readonly SourceItem[],
    memory: FileMemory,
  ): Promise<ReadyItem[]> {
    const known = await this.knownOf(ctx, source.origin, items);
    const tree = await this.channels.tree(ctx);
    const seen = new Set<string>();
    const ready: ReadyItem[] = [];
    for (const [at, item] of items.entries()) {
      const sourceKey = sourceKeyOf(source.origin, item.key);
      const { origin } = source;
      const { options } = run;
      let judged = judge(item, { ctx, options, tree, origin, known: known.get(sourceKey) ?? null });
      if (seen.has(sourceKey) && judged.move === 'create')
        judged = { ...judged, move: 'skip', reason: '与前面的一条相同', text: null };
      seen.add(sourceKey);
      const isStored = !run.isDryRun && item.article !== null && judged.text !== null;
      const found =
        isStored && item.article
          ? await this.localising.localise(ctx, item.article, source, options, memory)
          : null;
      const files = found && !options.keepsAddresses ? { ...found, moved: [] } : found;
      const number = run.position + at + 1;
      ready.push({ number, judged: withAddresses(judged, options.keepsAddresses), files });
    }
    return ready;
  }

  /** Earlier imports of these items whose articles are still there. */
  private async knownOf(
    ctx: EditorCtx,
    origin: string,
    items: readonly SourceItem[],
  ): Promise<Map<string, ImportSource>> {
    const keys = items.map(({ key }) => sourceKeyOf(origin, key));
    const rows = await this.db.site(ctx, ImportSource).find({ where: { sourceKey: In(keys) } });
    if (rows.length === 0) return new Map();
    const ids = rows.map(({ articleId }) => articleId);
    const articles = await this.db.site(ctx, Article).select(['id'], { where: { id: In(ids) } });
    const there = new Set(articles.map(({ id }) => id));
    return new Map(rows.filter(({ articleId }) => there.has(articleId)).map((row) => [row.sourceKey, row]));
  }
}

function withAddresses(judged: ReadyItem['judged'], isKept: boolean): ReadyItem['judged'] {
  const { article } = judged.item;
  if (isKept || !article) return judged;
  return { ...judged, item: { ...judged.item, article: { ...article, oldAddresses: [] } } };
}
