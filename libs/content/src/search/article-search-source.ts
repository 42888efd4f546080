import { Injectable } from '@nestjs/common';
import type { Ctx, SiteCtx } from '@zhanqun/kernel';
import {
  Db,
  In,
  SearchSource,
  type ReadDocuments,
  type SearchDocument,
  type SearchLexicon,
  type SourceHaste,
} from '@zhanqun/platform';
import { articlePath } from '../article/article-address';
import { Article } from '../article/article.entity';
import { policyFactsOf } from '../article/policy-facts';
import { ChannelReading } from '../channel/channel-reading';
import type { ChannelTree } from '../channel/channel-tree';
import type { FactRow, FactValue } from '../kind/facts';
import type { KindField } from '../kind/field';
import { kindOf } from '../kind/kind';
import { ArticleRevision } from '../revision/article-revision.entity';
import { plainText } from '../rich-text/plain-text';
import { AttachmentTexts } from '../text-check/attachment/attachment-texts';
import { SearchLexicons } from './search-lexicons';
import { sitesOfArticles } from './search.sql';

/** Raise it when a document is made in another way: every one of them is made anew. */
const MADE = 2;

/** What is public of the articles: published, in a channel that is open. Drafts and former texts never pass here. */
@Injectable()
export class ArticleSearchSource extends SearchSource {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly files: AttachmentTexts,
    private readonly lexicons: SearchLexicons,
  ) {
    super();
  }

  override async sitesOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.sql<{ id: number; siteId: number }>(ctx, sitesOfArticles(ids), ids);
    return new Map(rows.map(({ id, siteId }) => [Number(id), Number(siteId)]));
  }

  override async stamps(ctx: SiteCtx): Promise<Map<number, string>> {
    const tree = await this.channels.tree(ctx);
    const rows = await this.db
      .site(ctx, Article)
      .select(['id', 'channelId', 'liveRevisionId', 'updatedAt', 'publishedAt'], {
        where: { state: 'published' },
        order: { publishedAt: 'DESC', id: 'DESC' },
      });
    return new Map(
      rows.flatMap((row) => {
        const stamp = stampOf(row, tree, ctx);
        return stamp === null ? [] : [[row.id, stamp] as const];
      }),
    );
  }

  override async documents(ctx: SiteCtx, ids: readonly number[], haste: SourceHaste): Promise<ReadDocuments> {
    const tree = await this.channels.tree(ctx);
    const articles = await this.db
      .site(ctx, Article)
      .find({ where: { id: In([...ids]), state: 'published' } });
    const open = articles.filter((article) => stampOf(article, tree, ctx) !== null);
    const live = open.flatMap(({ liveRevisionId }) => liveRevisionId ?? []);
    const texts = new Map(
      (await this.db.site(ctx, ArticleRevision).find({ where: { id: In(live) } })).map((text) => [
        text.id,
        text,
      ]),
    );
    const documents: SearchDocument[] = [];
    const unreadIds: number[] = [];
    for (const article of open) {
      const text = texts.get(article.liveRevisionId ?? 0);
      if (!text || !article.publishedAt) continue;
      const words = await this.files.of(ctx, text.attachments, haste);
      if (words.some(({ state }) => state === 'waiting')) unreadIds.push(article.id);
      const facts = policyFactsOf({ kind: article.kind, facts: text.facts });
      const names = text.attachments.map(({ name }) => name);
      documents.push({
        ...placeOf(article, tree, ctx),
        title: text.title,
        path: articlePath({ id: article.id, publishedAt: article.publishedAt }),
        kind: article.kind,
        publishedAt: article.publishedAt,
        validity: facts?.validity ?? '',
        number: facts?.documentNumber ?? '',
        summary: text.summary,
        body: [text.subtitle, plainText(text.body), text.keywords, factLine(article, text)]
          .filter(Boolean)
          .join('\n'),
        files: [...names, ...words.map((word) => word.text)].join('\n'),
      });
    }
    return { documents, unreadIds };
  }

  override lexicon(ctx: Ctx, networkId: number): Promise<SearchLexicon> {
    return this.lexicons.of(ctx, networkId);
  }
}

type Stamped = Pick<Article, 'id' | 'channelId' | 'liveRevisionId' | 'updatedAt'>;

/** Null when its channel is hidden, closed or gone. */
function stampOf(
  { channelId, liveRevisionId, updatedAt }: Stamped,
  tree: ChannelTree,
  { site }: SiteCtx,
): string | null {
  const channel = tree.find(channelId);
  if (!channel?.isOpen || liveRevisionId === null) return null;
  return [MADE, site.portalId, liveRevisionId, channelId, channel.name, updatedAt.getTime()].join(' ');
}

/** The text that stands in the index. */
export const revisionIn = (stamp: string): number => Number(stamp.split(' ')[2]);

function placeOf(article: Article, tree: ChannelTree, ctx: SiteCtx) {
  return {
    siteId: ctx.site.id,
    networkId: ctx.site.portalId,
    id: article.id,
    channelId: article.channelId,
    channelName: tree.find(article.channelId)?.name ?? '',
    stamp: stampOf(article, tree, ctx) ?? '',
  };
}

const factLine = ({ kind, indexNumber }: Article, { facts }: ArticleRevision): string =>
  [...factWords(kindOf(kind).fields, facts), indexNumber ?? ''].join(' ').trim();

/**
 * 要素 are searched like a text: issuing body, subject, telephone, the name of a leader, questions and answers. Only
 * what somebody typed: a choice is stored as a code.
 */
function factWords(fields: readonly KindField[], facts: FactRow | null): string[] {
  return fields.flatMap(({ key, type, isOpen, row }) => {
    const value = facts?.[key];
    if (type === 'list' && row) return rowsOf(value).flatMap((each) => factWords(row, each));
    const isTyped = type === 'text' || type === 'longText' || (type === 'select' && isOpen);
    return isTyped && typeof value === 'string' ? value : [];
  });
}

const rowsOf = (value: FactValue | undefined): readonly FactRow[] =>
  Array.isArray(value) ? (value as readonly FactRow[]) : [];
