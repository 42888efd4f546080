import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { ArticleAssets, type AssetFacts } from '../article/article-assets';
import { Article } from '../article/article.entity';
import type { ArticleFacts, FactFile, FactValue, ReadFacts, ReadValue } from './facts';
import type { AcceptedFile, KindField } from './field';
import { factArticleNotUsable, factFileNotUsable } from './kind.errors';
import type { KindDeclaration } from './kind';

const FILE_WORDS: Readonly<Record<AcceptedFile, string>> = { image: '图片', video: '视频', file: '文件' };

interface Known {
  readonly files: ReadonlyMap<number, AssetFacts>;
  /** Kinds of the articles of this site that are named. */
  readonly articles: ReadonlyMap<number, string>;
  readonly articleId: number | undefined;
}

/** References inside facts: files and articles named by id are of this very site, and of the right kind. */
@Injectable()
export class KindFacts {
  constructor(
    private readonly db: Db,
    private readonly assets: ArticleAssets,
  ) {}

  /**
   * Facts as they are stored: files with what pages show of them. Raises `content.kind.fileNotUsable` and
   * `content.kind.articleNotUsable`; another site's row is the same as none. No statement without references.
   */
  async resolve(
    ctx: SiteCtx,
    kind: KindDeclaration,
    facts: ReadFacts | null,
    articleId?: number,
  ): Promise<ArticleFacts | null> {
    if (facts === null) return null;
    const named = namedIn(kind.fields, facts);
    const known: Known = {
      files: await this.assets.describe(ctx, named.files),
      articles: await this.kindsOf(ctx, named.articles),
      articleId,
    };
    return resolved(kind.fields, facts, known);
  }

  /** Titles of the articles that facts name, for the form. */
  async titles(
    ctx: SiteCtx,
    kind: KindDeclaration,
    facts: ArticleFacts | null,
  ): Promise<ReadonlyMap<number, string>> {
    const ids = kind.fields.flatMap(({ key, type }) => {
      const value = facts?.[key];
      return type === 'article' && typeof value === 'number' ? [value] : [];
    });
    if (ids.length === 0) return new Map();
    const rows = await this.db.site(ctx, Article).select(['id', 'title'], { where: { id: In(ids) } });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  private async kindsOf(ctx: SiteCtx, ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.site(ctx, Article).select(['id', 'kind'], { where: { id: In([...ids]) } });
    return new Map(rows.map(({ id, kind }) => [id, kind]));
  }
}

function namedIn(fields: readonly KindField[], facts: ReadFacts): { files: number[]; articles: number[] } {
  const files: number[] = [];
  const articles: number[] = [];
  for (const field of fields) {
    const value = facts[field.key];
    if (field.type === 'asset' && typeof value === 'number') files.push(value);
    if (field.type === 'article' && typeof value === 'number') articles.push(value);
    if (field.type === 'assets') files.push(...(value as readonly number[]));
    if (field.type === 'list') {
      for (const row of value as readonly ReadFacts[]) {
        const inside = namedIn(field.row ?? [], row);
        files.push(...inside.files);
        articles.push(...inside.articles);
      }
    }
  }
  return { files, articles };
}

function resolved(fields: readonly KindField[], facts: ReadFacts, known: Known): ArticleFacts {
  return Object.fromEntries(
    fields.map((field) => [field.key, resolvedValue(field, facts[field.key] ?? null, known)]),
  );
}

function resolvedValue(field: KindField, value: ReadValue, known: Known): FactValue {
  switch (field.type) {
    case 'asset':
      return value === null ? null : fileOf(field, value as number, known);
    case 'assets':
      return (value as readonly number[]).map((id) => fileOf(field, id, known));
    case 'article':
      return value === null ? null : articleOf(field, value as number, known);
    case 'list':
      return (value as readonly ReadFacts[]).map((row) => resolved(field.row ?? [], row, known));
    case 'text':
    case 'longText':
    case 'date':
    case 'select':
    case 'number':
    case 'url':
      return value as string | number | null;
  }
}

function fileOf({ key, label, accept = 'file' }: KindField, assetId: number, { files }: Known): FactFile {
  const file = files.get(assetId);
  const isAccepted = file && (accept === 'file' || file.mime.startsWith(`${accept}/`));
  if (!isAccepted) throw factFileNotUsable({ field: key, assetId, label, wanted: FILE_WORDS[accept] });
  const { name, path, format, mime, bytes, alt } = file;
  return { assetId, name, path, format, mime, bytes, alt };
}

function articleOf({ key, label, ofKind }: KindField, id: number, { articles, articleId }: Known): number {
  const kind = articles.get(id);
  const isUsable = kind !== undefined && id !== articleId && (ofKind === undefined || kind === ofKind);
  if (!isUsable) throw factArticleNotUsable({ field: key, articleId: id, label });
  return id;
}
