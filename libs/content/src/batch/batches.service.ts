import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ArticleBatch, type BatchOperation, type BatchResult, type Undo } from './article-batch.entity';
import { batchNotFound, batchNotUndoable, batchParamMissing, changedSince } from './batch.errors';
import { BatchOperations, type BatchParams } from './batch-operations';

export const MOST_IN_A_BATCH = 100;
/** How long a batch may be taken back. */
export const UNDO_MS = 10 * 60_000;
/** One portion: an answer comes back well within a second, so that the screen can show how far it is. */
const PORTION = 10;
const NEEDED: Partial<Record<BatchOperation, keyof BatchParams>> = {
  move: 'channelId',
  withdraw: 'withdrawing',
  importance: 'importance',
  tag: 'tag',
};

/** Asked once for the whole, and again for each article by its use case. */
const RIGHTS: Readonly<Record<BatchOperation, string>> = {
  move: 'update',
  pin: 'update',
  unpin: 'update',
  importance: 'update',
  tag: 'update',
  withdraw: 'withdraw',
  delete: 'delete',
  restore: 'delete',
  submit: 'submit',
};

/**
 * 批量操作. Each article is its own transaction with its own result: one that cannot be done leaves the others
 * done. Worked in portions that the screen asks for, so nothing runs behind a person's back.
 */
@Injectable()
export class Batches {
  constructor(
    private readonly db: Db,
    private readonly operations: BatchOperations,
  ) {}

  async begin(
    ctx: EditorCtx,
    operation: BatchOperation,
    ids: readonly number[],
    params: BatchParams,
  ): Promise<ArticleBatch> {
    must(ctx, RIGHTS[operation], 'Article');
    const needed = NEEDED[operation];
    if (needed && !params[needed]) {
      throw batchParamMissing({ field: needed === 'withdrawing' ? 'reason' : needed });
    }
    const waiting = [...new Set(ids)];
    const batches = this.db.site(ctx, ArticleBatch);
    const batch = await batches.save(
      batches.build({
        token: randomBytes(16).toString('hex'),
        accountId: ctx.actor.accountId,
        operation,
        params: { ...params },
        waiting,
        results: [],
        undos: [],
        total: waiting.length,
      }),
    );
    return this.portion(ctx, batch);
  }

  /** The next portion; an answer that got lost does nothing twice. */
  async continue(ctx: EditorCtx, token: string): Promise<ArticleBatch> {
    return this.portion(ctx, await this.getOwn(ctx, token));
  }

  /** 撤销: article by article, only what nobody changed since. Answers a result for each. */
  async undo(ctx: EditorCtx, token: string): Promise<BatchResult[]> {
    const batch = await this.getOwn(ctx, token);
    if (!this.isUndoable(ctx, batch)) throw batchNotUndoable({ operation: batch.operation });
    const claimed = await this.db
      .site(ctx, ArticleBatch)
      .updateWhere({ id: batch.id, undoneAt: null }, { undoneAt: ctx.now, waiting: [] });
    if (claimed !== 1) throw batchNotUndoable({ operation: batch.operation });
    const results: BatchResult[] = [];
    for (const undo of batch.undos.toReversed()) {
      results.push(await this.attempt(ctx, undo.id, (ctx) => this.takeBack(ctx, batch.operation, undo)));
    }
    return results;
  }

  isUndoable(ctx: SiteCtx, batch: ArticleBatch): boolean {
    const isInTime = ctx.now.getTime() - batch.createdAt.getTime() <= UNDO_MS;
    return (
      isInTime &&
      batch.undoneAt === null &&
      batch.undos.length > 0 &&
      this.operations.isUndoable(batch.operation)
    );
  }

  private async portion(ctx: EditorCtx, batch: ArticleBatch): Promise<ArticleBatch> {
    const undos = [...batch.undos];
    const results = [...batch.results];
    for (const id of batch.waiting.slice(0, PORTION)) {
      const prepare = () => this.operations.prepare(ctx, batch.operation, id);
      results.push(
        await this.attempt(
          ctx,
          id,
          async (ctx) => {
            const before = await this.operations.run(ctx, batch.operation, id, batch.params as BatchParams);
            const changedAt = await this.changedAt(ctx, id);
            if (changedAt) undos.push({ id, changedAt, before });
          },
          prepare,
        ),
      );
    }
    batch.results = results;
    batch.undos = undos;
    batch.waiting = batch.waiting.slice(PORTION);
    return this.db.site(ctx, ArticleBatch).save(batch);
  }

  private async takeBack(ctx: EditorCtx, operation: BatchOperation, undo: Undo): Promise<void> {
    if ((await this.changedAt(ctx, undo.id)) !== undo.changedAt) throw changedSince({ id: undo.id });
    await this.operations.undo(ctx, operation, undo.id, undo.before);
  }

  private async changedAt(ctx: SiteCtx, id: number): Promise<string | null> {
    const row = await this.db.site(ctx, Article).findOne({ id }, { lock: 'write' });
    return row?.updatedAt.toISOString() ?? null;
  }

  private async attempt(
    ctx: EditorCtx,
    id: number,
    work: (ctx: EditorCtx) => Promise<void>,
    prepare: () => Promise<void> = () => Promise.resolve(),
  ): Promise<BatchResult> {
    try {
      await prepare();
      await this.db.transaction(ctx, work);
      return { id, title: await this.titleOf(ctx, id), isDone: true, code: '', message: '' };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const title = error.kind === 'notFound' ? '' : await this.titleOf(ctx, id);
      return { id, title, isDone: false, code: error.code, message: error.message };
    }
  }

  private async titleOf(ctx: SiteCtx, id: number): Promise<string> {
    const [row] = await this.db.site(ctx, Article).select(['title'], { where: { id } });
    return row?.title ?? '';
  }

  private async getOwn(ctx: EditorCtx, token: string): Promise<ArticleBatch> {
    const { accountId } = ctx.actor;
    const batch = await this.db.site(ctx, ArticleBatch).findOne({ token, accountId });
    if (!batch) throw batchNotFound();
    return batch;
  }
}
