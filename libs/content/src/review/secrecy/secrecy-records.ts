import { Injectable } from '@nestjs/common';
import type { EditorCtx, SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import type { Article } from '../../article/article.entity';
import type { ArticleRevision } from '../../revision/article-revision.entity';
import { secrecyNotPublic, secrecyRecordMissing } from '../review.errors';
import { reasonIn } from '../signing';
import { SecrecyRecord, type SecrecyOpinion } from './secrecy-record.entity';

export interface SecrecyVerdict {
  readonly opinion: SecrecyOpinion;
  readonly grounds: string;
}

const MOST = 100;

/** 保密审查记录: filed with the decision, in its transaction. */
@Injectable()
export class SecrecyRecords {
  constructor(private readonly db: Db) {}

  /** Newest first. */
  list(ctx: SiteCtx, articleId: number): Promise<SecrecyRecord[]> {
    const where = { articleId };
    return this.db.site(ctx, SecrecyRecord).find({ where, order: { id: 'DESC' }, take: MOST });
  }

  /** For a pass: the verdict must be there and must be 可以公开. */
  async filePass(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    verdict: SecrecyVerdict | undefined,
  ): Promise<void> {
    if (!verdict || reasonIn(verdict.grounds) === null) throw secrecyRecordMissing();
    if (verdict.opinion !== 'public') throw secrecyNotPublic();
    await this.file(ctx, article, revision, verdict);
  }

  /** For a return: what has to be changed, when the secrecy reviewer says it as a verdict. */
  async file(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    { opinion, grounds }: SecrecyVerdict,
  ): Promise<void> {
    const words = reasonIn(grounds);
    if (words === null) throw secrecyRecordMissing();
    const records = this.db.site(ctx, SecrecyRecord);
    await records.save(
      records.build({
        articleId: article.id,
        revisionId: revision.id,
        round: revision.round,
        version: revision.version,
        opinion,
        grounds: words,
        byId: ctx.actor.accountId,
        byName: ctx.actor.name,
        at: ctx.now,
      }),
    );
  }
}
