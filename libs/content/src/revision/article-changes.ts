import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { ArticleDesk } from '../article/article-desk';
import { Article } from '../article/article.entity';
import { factWords } from '../kind/fact-labels';
import { plainTextByRow } from '../rich-text/rich-text';
import { ArticleRevision } from './article-revision.entity';
import { revisionNotFound } from './revision.errors';
import { textChanges, type DiffPart } from './text-changes';

export interface FactChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}
export interface ArticleChangesFound {
  /** Number of the live revision compared with; null for a first publication. */
  readonly against: number | null;
  readonly title: readonly DiffPart[];
  readonly body: readonly DiffPart[];
  readonly facts: readonly FactChange[];
}

const IMPORTANCE_LABELS = { routine: '日常', general: '一般', important: '重要' } as const;

/** 修改对照：what the open text would change of the live one. */
@Injectable()
export class ArticleChangesReading {
  constructor(
    private readonly db: Db,
    private readonly desk: ArticleDesk,
  ) {}

  async of(ctx: EditorCtx, id: number): Promise<ArticleChangesFound> {
    const { article, shown } = await this.desk.getFile(ctx, id);
    const live = await this.liveBeside(ctx, article, shown);
    return {
      against: live?.number ?? null,
      title: textChanges(live?.title ?? '', shown.title),
      body: textChanges(live ? plainTextByRow(live.body) : '', plainTextByRow(shown.body)),
      facts: factChanges(article.kind, live, shown),
    };
  }

  /** 任意两个版本的对照, by their numbers. */
  async between(ctx: EditorCtx, id: number, from: number, to: number): Promise<ArticleChangesFound> {
    const { kind } = await this.desk.getArticle(ctx, id);
    const [before, after] = [await this.numbered(ctx, id, from), await this.numbered(ctx, id, to)];
    return {
      against: before.number,
      title: textChanges(before.title, after.title),
      body: textChanges(plainTextByRow(before.body), plainTextByRow(after.body)),
      facts: factChanges(kind, before, after),
    };
  }

  private async numbered(ctx: EditorCtx, articleId: number, number: number): Promise<ArticleRevision> {
    const revision = await this.db.site(ctx, ArticleRevision).findOne({ articleId, number });
    if (!revision) throw revisionNotFound({ articleId, number });
    return revision;
  }

  private async liveBeside(
    ctx: EditorCtx,
    article: Article,
    shown: ArticleRevision,
  ): Promise<ArticleRevision | null> {
    if (article.liveRevisionId === null || article.liveRevisionId === shown.id) return null;
    return this.db.site(ctx, ArticleRevision).findOne({ id: article.liveRevisionId });
  }
}

/** Facts as people call them, in the order of the form. */
function factsOf(kind: string, revision: ArticleRevision | null): Record<string, string> {
  return {
    副标题: revision?.subtitle ?? '',
    摘要: revision?.summary ?? '',
    来源: revision?.source ?? '',
    作者: revision?.author ?? '',
    关键词: revision?.keywords ?? '',
    重要程度: revision ? IMPORTANCE_LABELS[revision.importance] : '',
    封面: revision?.coverPath ?? '',
    附件: revision?.attachments.map((file) => file.name).join('、') ?? '',
    图片: revision ? imagesOf(revision.body) : '',
    ...factWords(kind, revision?.facts ?? null),
  };
}

/** Pictures are not words, yet exchanging one is a change a reviewer must see. */
function imagesOf(body: string): string {
  return [...body.matchAll(/<img src="([^"]*)" alt="([^"]*)"/g)]
    .map(([, address = '', alt]) => alt || address.split('/').at(-1))
    .join('、');
}

function factChanges(kind: string, live: ArticleRevision | null, shown: ArticleRevision): FactChange[] {
  const before = factsOf(kind, live);
  const after = factsOf(kind, shown);
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .map((label) => ({ label, before: before[label] ?? '', after: after[label] ?? '' }))
    .filter((fact) => fact.before !== fact.after);
}
