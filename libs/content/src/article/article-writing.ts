import { Injectable } from '@nestjs/common';
import { shanghaiDay, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { plainText } from '../rich-text/plain-text';
import { cleanRichText, excerpt, type RemovedPart } from '../rich-text/rich-text';
import type { ArticleRevision, AttachedFile } from '../revision/article-revision.entity';
import { ArticleAssets } from './article-assets';
import { KindFacts } from '../kind/kind-facts';
import { kindOf } from '../kind/kind';
import { assetNotUsable, interpretedNotPolicy } from './article.errors';
import { Article, type ArticleKind } from './article.entity';
import { checkText, type ArticleText } from './article-text';
import { successorIn } from './policy-facts';
import { characterCount } from './storable';

/** The columns of a revision that are words and facts: copied whole when a new revision is begun. */
export const TEXT_FIELDS = [
  'title',
  'subtitle',
  'summary',
  'keywords',
  'source',
  'author',
  'body',
  'importance',
  'facts',
  'interpretsArticleId',
  'coverAssetId',
  'coverPath',
  'coverAlt',
  'attachments',
] as const satisfies readonly (keyof ArticleRevision)[];
export type RevisionText = Pick<ArticleRevision, (typeof TEXT_FIELDS)[number]>;

/** What the article itself repeats of its live text. */
const HEAD_FIELDS = [
  'title',
  'summary',
  'source',
  'author',
  'coverAssetId',
  'coverPath',
  'coverAlt',
  'facts',
  'interpretsArticleId',
] as const satisfies readonly (keyof Article & keyof ArticleRevision)[];

const SUMMARY_LENGTH = 120;

/** Turns what a person handed in into the columns of a revision: checked, sanitised, with its files. */
@Injectable()
export class ArticleWriting {
  constructor(
    private readonly db: Db,
    private readonly assets: ArticleAssets,
    private readonly facts: KindFacts,
  ) {}

  async prepare(
    ctx: EditorCtx,
    kind: ArticleKind,
    text: ArticleText,
    articleId?: number,
  ): Promise<{ text: RevisionText; removed: readonly RemovedPart[] }> {
    const { attachmentIds, ...checked } = checkText(kind, text, shanghaiDay(ctx.now));
    await this.refuseWrongLink(ctx, checked.interpretsArticleId, articleId);
    const facts = await this.facts.resolve(ctx, kindOf(kind), checked.facts, articleId);
    const { html, removed } = cleanRichText(checked.body);
    const files = await this.filesOf(ctx, checked.coverAssetId, attachmentIds);
    return {
      text: {
        ...checked,
        facts,
        body: html,
        summary: checked.summary || excerpt(html, SUMMARY_LENGTH),
        ...files,
      },
      removed,
    };
  }

  /** An interpretation explains a policy document of this very site. */
  private async refuseWrongLink(ctx: SiteCtx, interpretedId: number | null, ownId?: number): Promise<void> {
    if (interpretedId === null) return;
    const where = { id: interpretedId, kind: 'policyDocument' };
    const isPolicy = interpretedId !== ownId && (await this.db.site(ctx, Article).count(where)) === 1;
    if (!isPolicy) throw interpretedNotPolicy({ articleId: interpretedId });
  }

  private async filesOf(
    ctx: SiteCtx,
    coverAssetId: number | null,
    attachmentIds: readonly number[],
  ): Promise<Pick<RevisionText, 'coverPath' | 'coverAlt' | 'attachments'>> {
    const ids = coverAssetId === null ? attachmentIds : [coverAssetId, ...attachmentIds];
    const known = await this.assets.describe(ctx, ids);
    const get = (assetId: number) => {
      const asset = known.get(assetId);
      if (!asset) throw assetNotUsable({ assetId });
      return asset;
    };
    const cover = coverAssetId === null ? null : get(coverAssetId);
    if (cover && cover.kind !== 'image') throw assetNotUsable({ assetId: cover.id });
    const attachments = attachmentIds.map((id): AttachedFile => {
      const { name, path, format, mime, bytes } = get(id);
      return { assetId: id, name, path, format, mime, bytes };
    });
    return { coverPath: cover?.path ?? '', coverAlt: cover?.alt ?? '', attachments };
  }
}

export function textOf(revision: ArticleRevision): RevisionText {
  return Object.fromEntries(TEXT_FIELDS.map((field) => [field, revision[field]])) as unknown as RevisionText;
}

/** The text as it was handed in, so that an edit may send only what it changes. */
export function asHandedIn(revision: ArticleRevision): ArticleText {
  return {
    ...textOf(revision),
    keywords: revision.keywords.split(';').filter((word) => word !== ''),
    attachmentIds: revision.attachments.map((file) => file.assetId),
  };
}

/** A summary that was cut from the words before them follows the new words. */
export function withFollowingSummary(wanted: ArticleText, before: Pick<RevisionText, 'body'>): ArticleText {
  return isExcerpt({ ...before, summary: wanted.summary }) ? { ...wanted, summary: '' } : wanted;
}

/** Whether nobody wrote the summary: it is the beginning of the body. */
export function isExcerpt({ summary, body }: { summary?: string | undefined; body: string }): boolean {
  return summary === excerpt(body, SUMMARY_LENGTH);
}

/** Puts the head of a text onto its article: of the draft while nothing is live, of what went live after. */
export function showHead(article: Article, text: RevisionText): void {
  for (const field of HEAD_FIELDS) Object.assign(article, { [field]: text[field] });
  article.successorArticleId = successorIn(text.facts);
  article.words = characterCount(plainText(text.body).replace(/\s/g, ''));
}
