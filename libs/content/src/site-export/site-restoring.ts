import { createHash } from 'node:crypto';
import { networkPoliciesTag } from '../findable/findable-tags';
import { Injectable } from '@nestjs/common';
import { DomainError, type EditorCtx } from '@zhanqun/kernel';
import { Audit, Db, In, PurgeLog } from '@zhanqun/platform';
import { ThemeSettings } from '@zhanqun/theming';
import { Article } from '../article/article.entity';
import { channelsTag } from '../channel/channel-tags';
import { Channel } from '../channel/channel.entity';
import { ImportSource } from '../import/import-source.entity';
import { addressKey } from '../old-address/old-address';
import { OldAddress } from '../old-address/old-address.entity';
import { ReviewStep } from '../review/review-step.entity';
import { ArticleRevision, type AttachedFile } from '../revision/article-revision.entity';
import { cleanRichText } from '../rich-text/rich-text';
import { lexiconTag } from '../search/search-lexicons';
import { movedFacts } from './portable-facts';
import { hasPackedLinks, unpackBody } from './portable-body';
import { unpackRow, type FindRow } from './portable-rows';
import { ARTICLE, OLD_ADDRESS, REVISION, STEP } from './portraits';
import type { PackedArticle, PackedRow, PackedSite } from './site-format';
import type { SitePackage } from './site-package';
import { SiteFittings } from './site-fittings';
import { SiteStructure } from './site-structure';

export interface RestoredCounts {
  readonly channels: number;
  readonly articles: number;
  readonly assets: number;
  readonly oldAddresses: number;
}

interface Rows {
  readonly channels: Map<string, number>;
  readonly assets: Map<string, number>;
  readonly articles: Map<number, number>;
  readonly organisations: ReadonlyMap<string, number>;
}

const BATCH = 25;

/**
 * 整站写入: the rows and files of a verified package at a site that was opened for it. Each batch is one
 * transaction with the numbers it was given, so an interrupted import goes on where it stopped and a
 * finished one, run again, changes nothing.
 */
@Injectable()
export class SiteRestoring {
  constructor(
    private readonly db: Db,
    private readonly structure: SiteStructure,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
    private readonly themes: ThemeSettings,
    private readonly fittings: SiteFittings,
  ) {}

  async restore(
    ctx: EditorCtx,
    source: SitePackage,
    organisations: ReadonlyMap<string, number>,
    onProgress: (articles: number) => void = () => undefined,
  ): Promise<RestoredCounts> {
    const digest = source.manifest.contentDigest;
    const rows: Rows = {
      channels: await this.structure.channels(ctx, source, organisations),
      assets: await this.structure.assets(ctx, source),
      articles: new Map(),
      organisations,
    };
    let batch: PackedArticle[] = [];
    for await (const packed of source.articles()) {
      batch.push(packed);
      if (batch.length < BATCH) continue;
      await this.articles(ctx, batch, rows, digest);
      onProgress(rows.articles.size);
      batch = [];
    }
    await this.articles(ctx, batch, rows, digest);
    for await (const packed of source.articles()) await this.link(ctx, packed, rows);
    const oldAddresses = await this.oldAddresses(ctx, source, rows);
    const counts = {
      channels: rows.channels.size,
      articles: rows.articles.size,
      assets: rows.assets.size,
      oldAddresses,
    };
    await this.theme(ctx, await source.site());
    await this.fittings.restore(ctx, source, finding(rows));
    await this.finish(ctx, counts, digest);
    return counts;
  }

  private async articles(
    ctx: EditorCtx,
    batch: readonly PackedArticle[],
    rows: Rows,
    digest: string,
  ): Promise<void> {
    if (batch.length === 0) return;
    const keys = new Map(batch.map(({ ref }) => [keyOf(digest, ref), ref]));
    await this.db.transaction(ctx, async (ctx) => {
      const sources = this.db.site(ctx, ImportSource);
      for (const { sourceKey, articleId } of await sources.find({
        where: { sourceKey: In([...keys.keys()]) },
      }))
        rows.articles.set(keys.get(sourceKey) ?? 0, articleId);
      for (const packed of batch) {
        if (rows.articles.has(packed.ref)) continue;
        const articleId = await this.article(ctx, packed, rows);
        rows.articles.set(packed.ref, articleId);
        const row = { sourceKey: keyOf(digest, packed.ref), checksum: digest, articleId };
        await sources.save(sources.build(row));
      }
    });
  }

  private async article(ctx: EditorCtx, packed: PackedArticle, rows: Rows): Promise<number> {
    const find = finding(rows);
    const { kind } = packed.article;
    const values = unpackRow(
      { ...packed.article, liveRevisionId: null, openRevisionId: null },
      ARTICLE,
      find,
    );
    const facts = movedFacts(kind, values.facts ?? null, find);
    const articles = this.db.site(ctx, Article);
    const article = await articles.save(articles.build({ ...values, facts } as Partial<Article>));
    const revisions = this.db.site(ctx, ArticleRevision);
    const numbers = new Map<number, number>();
    for (const row of packed.revisions) {
      const text = unpackRow(row, REVISION, find);
      const stored = await revisions.save(
        revisions.build({
          ...text,
          articleId: article.id,
          facts: movedFacts(kind, text.facts ?? null, find),
          attachments: attachmentsOf(row, rows),
          body: this.bodyOf(ctx, wordOf(row.body), rows),
        } as Partial<ArticleRevision>),
      );
      numbers.set(stored.number, stored.id);
    }
    const live = numbers.get(Number(packed.article.liveRevisionId ?? 0)) ?? null;
    const open = numbers.get(Number(packed.article.openRevisionId ?? 0)) ?? null;
    await articles.save(Object.assign(article, { liveRevisionId: live, openRevisionId: open }));
    const steps = this.db.site(ctx, ReviewStep);
    await steps.saveAll(
      packed.steps.map((row) =>
        steps.build({
          ...unpackRow({ ...row, revisionId: null }, STEP, find),
          articleId: article.id,
          revisionId: numbers.get(Number(row.revisionId ?? 0)) ?? 0,
        }),
      ),
    );
    return article.id;
  }

  /** What a file says is not believed: the text passes the fence like any other, with its links in place. */
  private bodyOf(ctx: EditorCtx, packed: string, rows: Rows): string {
    const body = unpackBody(packed, ctx.site.prefix, (ref) => rows.articles.get(ref) ?? null);
    return cleanRichText(body).html;
  }

  /** Links to articles that came later in the file, once all are there. Doing it again changes nothing. */
  private async link(ctx: EditorCtx, packed: PackedArticle, rows: Rows): Promise<void> {
    const id = rows.articles.get(packed.ref) ?? 0;
    const find = finding(rows);
    const named = ['interpretsArticleId', 'successorArticleId', 'mergedIntoId'] as const;
    const names = named.some((field) => typeof packed.article[field] === 'number');
    const texts = packed.revisions.filter(
      (row) => typeof row.interpretsArticleId === 'number' || hasPackedLinks(wordOf(row.body)),
    );
    const hasFacts = JSON.stringify(packed.article.facts ?? null).includes('rticle');
    if (!names && texts.length === 0 && !hasFacts) return;
    await this.db.transaction(ctx, async (ctx) => {
      const values = unpackRow(
        { ...packed.article, liveRevisionId: null, openRevisionId: null },
        ARTICLE,
        find,
      );
      const facts = movedFacts(packed.article.kind, values.facts ?? null, find) as Article['facts'];
      const { interpretsArticleId, successorArticleId, mergedIntoId } = values as Partial<Article>;
      const to = {
        ...(interpretsArticleId ? { interpretsArticleId } : {}),
        ...(successorArticleId ? { successorArticleId } : {}),
        ...(mergedIntoId ? { mergedIntoId } : {}),
        facts,
      };
      await this.db.site(ctx, Article).updateWhere({ id }, to);
      for (const row of hasFacts ? packed.revisions : texts) {
        const text = unpackRow(row, REVISION, find) as Partial<ArticleRevision>;
        const body = this.bodyOf(ctx, wordOf(row.body), rows);
        const moved = movedFacts(packed.article.kind, text.facts ?? null, find) as ArticleRevision['facts'];
        const words = { body, facts: moved, interpretsArticleId: text.interpretsArticleId ?? null };
        await this.db
          .site(ctx, ArticleRevision)
          .updateWhere({ articleId: id, number: Number(row.number) }, words);
      }
    });
  }

  private async oldAddresses(ctx: EditorCtx, source: SitePackage, rows: Rows): Promise<number> {
    const find = finding(rows);
    let count = 0;
    let batch: Record<string, unknown>[] = [];
    const flush = async (): Promise<void> => {
      const keys = batch.map(({ addressKey: key }) => String(key));
      if (keys.length === 0) return;
      await this.db.transaction(ctx, async (ctx) => {
        const addresses = this.db.site(ctx, OldAddress);
        const known = await addresses.select(['addressKey'], { where: { addressKey: In(keys) } });
        const there = new Set(known.map((row) => row.addressKey));
        const fresh = batch.filter((values) => !there.has(wordOf(values.addressKey)));
        await addresses.saveAll(fresh.map((values) => addresses.build(values)));
      });
      batch = [];
    };
    for await (const row of source.oldAddresses()) {
      const values = unpackRow(row, OLD_ADDRESS, find);
      count += 1;
      batch.push({ ...values, addressKey: addressKey(wordOf(values.address)) });
      if (batch.length >= 200) await flush();
    }
    await flush();
    return count;
  }

  /** A theme that is not installed here, or has changed its settings, leaves the site with the usual look. */
  private async theme(ctx: EditorCtx, { theme }: PackedSite): Promise<void> {
    if (!theme) return;
    const { version } = await this.themes.get(ctx);
    try {
      await this.themes.save(ctx, { name: theme.themeName, settings: theme.settings, version });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async finish(ctx: EditorCtx, counts: RestoredCounts, digest: string): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const channels = this.db.site(ctx, Channel);
      for (const { id, hasContent } of await channels.find()) {
        const [filled] = await this.db
          .site(ctx, Article)
          .select(['id'], { where: { channelId: id, state: 'published' }, take: 1 });
        if ((filled !== undefined) !== hasContent)
          await channels.updateWhere({ id }, { hasContent: filled !== undefined });
      }
      await this.audit.record(ctx, {
        action: 'site.import',
        subject: 'Site',
        subjectId: ctx.site.id,
        summary: `由整站导出文件写入：栏目 ${counts.channels}，文章 ${counts.articles}，素材 ${counts.assets}`,
        detail: { ...counts, contentDigest: digest },
      });
      await this.purges.add(ctx, [
        `site:${ctx.site.id}`,
        channelsTag(ctx.site.id),
        lexiconTag(ctx.site.id),
        networkPoliciesTag(ctx.site.portalId),
        `site:${ctx.site.id}:chrome`,
      ]);
    });
  }
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const keyOf = (digest: string, ref: number): string =>
  createHash('sha256').update(`site:${digest}:${ref}`).digest('hex');

function finding({ channels, assets, articles, organisations }: Rows): FindRow {
  return (reference, value) => {
    if (reference === 'channel') return channels.get(String(value)) ?? null;
    if (reference === 'asset') return assets.get(String(value)) ?? null;
    if (reference === 'article') return articles.get(Number(value)) ?? null;
    return reference === 'organisation' ? (organisations.get(String(value)) ?? null) : null;
  };
}

function attachmentsOf(row: PackedRow, { assets }: Rows): AttachedFile[] {
  if (!Array.isArray(row.attachments)) return [];
  return (row.attachments as (Omit<AttachedFile, 'assetId'> & { asset: string | null })[]).flatMap(
    ({ asset, ...file }) => {
      const assetId = asset === null ? undefined : assets.get(asset);
      return assetId === undefined ? [] : [{ assetId, ...file }];
    },
  );
}
