import { Injectable } from '@nestjs/common';
import { DomainError, type EditorCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { ArchiveService, type HistoricArticle } from '../article/archive.service';
import { ArticleService, type NewArticle } from '../article/article.service';
import { toArticle } from '../old-address/address-targets';
import { OldAddresses, type NewAddress } from '../old-address/old-address.service';
import { ImportItem, type ItemOutcome } from './import-item.entity';
import { ImportRun } from './import-run.entity';
import { ImportSource } from './import-source.entity';
import type { Judged } from './judging';
import type { Localised } from './localising';

/** An item on the point of being stored. */
export interface ReadyItem {
  readonly number: number;
  readonly judged: Judged;
  /** Null where nothing is to be stored, and in dry runs. */
  readonly files: Localised | null;
}

interface Stored {
  readonly outcome: ItemOutcome;
  readonly articleId: number | null;
}

/** The run was paused, cancelled or taken over by another process: nothing of the batch was stored. */
export class RunTaken extends Error {}

/**
 * Stores a batch of items with everything that belongs to them in one transaction: articles, old addresses,
 * the lines of the report and how far the run has come. Either all of it is there after a crash or nothing.
 */
@Injectable()
export class ItemStoring {
  constructor(
    private readonly db: Db,
    private readonly articles: ArticleService,
    private readonly archive: ArchiveService,
    private readonly addresses: OldAddresses,
  ) {}

  async store(ctx: EditorCtx, run: ImportRun, batch: readonly ReadyItem[]): Promise<void> {
    const isOneByOne = batch.some(({ judged }) => judged.move === 'update');
    if (!isOneByOne)
      try {
        await this.storeAll(ctx, run, batch);
        return;
      } catch (error) {
        // One text that cannot be stored must not keep the others out.
        if (!(error instanceof DomainError)) throw error;
      }
    for (const ready of batch) await this.storeOne(ctx, run, ready);
  }

  private async storeOne(ctx: EditorCtx, run: ImportRun, ready: ReadyItem): Promise<void> {
    try {
      await this.storeAll(ctx, run, [ready]);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const judged = { ...ready.judged, move: 'fail' as const, reason: reasonOf(error) };
      await this.storeAll(ctx, run, [{ ...ready, judged, files: null }]);
    }
  }

  private async storeAll(ctx: EditorCtx, run: ImportRun, batch: readonly ReadyItem[]): Promise<void> {
    const after = await this.db.transaction(ctx, async (ctx) => {
      const runs = this.db.site(ctx, ImportRun);
      const now = await runs.findOne({ id: run.id }, { lock: 'write' });
      if (!now || now.state !== 'running' || now.position !== run.position)
        throw new RunTaken(`run ${run.id} is no longer at ${run.position}`);
      const stored = run.isDryRun ? batch.map(asIf) : await this.keep(ctx, batch);
      await this.db
        .site(ctx, ImportItem)
        .saveAll(batch.map((ready, at) => this.line(ctx, run, ready, stored[at])));
      now.position += batch.length;
      for (const { outcome } of stored) now[outcome] += 1;
      now.warned += batch.filter(
        (ready, at) => stored[at]?.articleId !== null && warningsOf(ready).length > 0,
      ).length;
      return runs.save(now);
    });
    Object.assign(run, after);
  }

  private async keep(ctx: EditorCtx, batch: readonly ReadyItem[]): Promise<Stored[]> {
    const historic = batch.filter(({ judged }) => judged.move === 'create' && judged.publishedAt !== null);
    const published = await this.archive.publishAll(ctx, historic.map(historicOf));
    const ids = new Map(historic.map((ready, at) => [ready.number, published[at]?.id ?? 0]));
    const stored: Stored[] = [];
    for (const ready of batch) {
      const { judged } = ready;
      const articleId = ids.get(ready.number) ?? (await this.keepDraft(ctx, ready));
      stored.push({ outcome: OUTCOMES[judged.move], articleId });
    }
    await this.keepSources(ctx, batch, stored);
    await this.keepAddresses(ctx, batch, stored);
    return stored;
  }

  private async keepDraft(ctx: EditorCtx, ready: ReadyItem): Promise<number | null> {
    const { judged } = ready;
    if (judged.move === 'create')
      return (await this.articles.draftOnce(ctx, draftKeyOf(judged), textOf(ready))).article.id;
    if (judged.move !== 'update') return judged.known?.articleId ?? null;
    const id = judged.known?.articleId ?? 0;
    const { channelId: _place, kind: _kind, ...text } = textOf(ready);
    const article = await this.articles.getForChange(ctx, id, 'update');
    const { version } =
      article.openRevisionId === null
        ? (await this.articles.revise(ctx, id)).revision
        : await this.articles.getOpenRevision(ctx, article);
    await this.articles.edit(ctx, id, { ...text, version });
    return id;
  }

  private async keepSources(
    ctx: EditorCtx,
    batch: readonly ReadyItem[],
    stored: readonly Stored[],
  ): Promise<void> {
    const sources = this.db.site(ctx, ImportSource);
    const fresh: ImportSource[] = [];
    for (const [at, { judged }] of batch.entries()) {
      const { sourceKey, checksum, move } = judged;
      const articleId = stored[at]?.articleId ?? null;
      if (articleId === null || (move !== 'create' && move !== 'update')) continue;
      const known = await sources.findOne({ sourceKey });
      if (known) await sources.save(Object.assign(known, { checksum, articleId }));
      else fresh.push(sources.build({ sourceKey, checksum, articleId }));
    }
    await sources.saveAll(fresh);
  }

  private async keepAddresses(
    ctx: EditorCtx,
    batch: readonly ReadyItem[],
    stored: readonly Stored[],
  ): Promise<void> {
    const addresses: NewAddress[] = [];
    for (const [at, { judged, files }] of batch.entries()) {
      const articleId = stored[at]?.articleId ?? null;
      if (articleId === null || (judged.move !== 'create' && judged.move !== 'update')) continue;
      for (const address of judged.item.article?.oldAddresses ?? [])
        addresses.push({ address, to: toArticle(articleId) });
      addresses.push(...(files?.moved ?? []));
    }
    if (addresses.length === 0) return;
    const { added, changed } = await this.addresses.keep(ctx, addresses, 'import');
    if (added + changed > 0) await this.addresses.purge(ctx);
  }

  private line(ctx: EditorCtx, run: ImportRun, ready: ReadyItem, stored: Stored | undefined): ImportItem {
    const { judged, number } = ready;
    const { item } = judged;
    return this.db.site(ctx, ImportItem).build({
      runId: run.id,
      number,
      label: plain(item.label, 300),
      title: plain(judged.text?.title ?? item.title, 200),
      outcome: stored?.outcome ?? 'failed',
      reason: plain(judged.reason, 500),
      warnings: warningsOf(ready).slice(0, 20),
      articleId: stored?.articleId ?? null,
    });
  }
}

const OUTCOMES = { create: 'created', update: 'updated', skip: 'skipped', fail: 'failed' } as const;

const asIf = ({ judged }: ReadyItem): Stored => ({
  outcome: OUTCOMES[judged.move],
  articleId: judged.known?.articleId ?? null,
});

const warningsOf = ({ judged, files }: ReadyItem): string[] => [
  ...judged.warnings,
  ...(files?.warnings ?? []),
];

const draftKeyOf = ({ sourceKey }: Judged): string => `import:${sourceKey.slice(0, 40)}`;

function textOf({ judged, files }: ReadyItem): NewArticle {
  if (!judged.text || !files) throw new Error('an item without a text is not stored');
  return { ...judged.text, body: files.body, attachmentIds: files.attachmentIds };
}

function historicOf(ready: ReadyItem): HistoricArticle {
  const { publishedAt } = ready.judged;
  if (!publishedAt) throw new Error('a historic article has a date');
  return { ...textOf(ready), draftKey: draftKeyOf(ready.judged), originallyPublishedAt: publishedAt };
}

/** Every fault of a text, not only that there were some. */
function reasonOf(error: DomainError): string {
  const { faults } = error.details as { faults?: readonly { message?: string }[] };
  const messages = (Array.isArray(faults) ? faults : []).map(({ message }) => message ?? '').filter(Boolean);
  return messages.length > 0 ? messages.join('；') : error.message;
}

/** On one line, without what rewrites a terminal or no database holds. */
const plain = (text: string, most: number): string =>
  text
    .replace(/[\p{Cc}\p{Surrogate}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '');
