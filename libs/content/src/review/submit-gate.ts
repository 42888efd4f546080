import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import type { Article } from '../article/article.entity';
import type { ArticleRevision } from '../revision/article-revision.entity';

/**
 * 关口：something that must be in order before a text is handed in and before it goes live. A feature that
 * has such a rule extends this class and registers itself with `SubmitGates` when its module starts.
 */
export abstract class SubmitGate {
  /**
   * Does beforehand what takes its time, outside of every transaction. Whatever goes wrong here is told by
   * `open` where it matters.
   */
  async prepare(_ctx: SiteCtx, _articleId: number): Promise<void> {
    // Most gates need nothing.
  }

  /** Raises the feature's own error, in Chinese, when this text may not go on. Runs in the caller's transaction. */
  abstract open(ctx: SiteCtx, article: Article, revision: ArticleRevision): Promise<void>;
}

/** The gates of this process, asked one after the other: at 送审 and again right before 发布. */
@Injectable()
export class SubmitGates {
  private readonly registered: SubmitGate[] = [];

  register(gate: SubmitGate): void {
    if (!this.registered.includes(gate)) this.registered.push(gate);
  }

  /** Before the transaction of a submission. */
  async prepare(ctx: SiteCtx, articleId: number): Promise<void> {
    if (ctx.tx) return;
    for (const gate of this.registered) await gate.prepare(ctx, articleId);
  }

  async open(ctx: SiteCtx, article: Article, revision: ArticleRevision): Promise<void> {
    for (const gate of this.registered) await gate.open(ctx, article, revision);
  }
}
