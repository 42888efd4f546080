import { DomainError, type EditorCtx } from '@zhanqun/kernel';
import type { ImportRuns } from './import-runs';

/** 导入结束：counts in the audit. */
export async function finish(runs: ImportRuns, ctx: EditorCtx, runId: number): Promise<void> {
  await runs.moving(ctx, runId, 'finish', async (ctx, run) => {
    run.finishedAt = ctx.now;
    const { created, updated, skipped, failed } = run;
    const counts = `新增 ${created}，更新 ${updated}，跳过 ${skipped}，失败 ${failed}`;
    const what = run.isDryRun ? '试运行完成' : '导入完成';
    await runs.record(ctx, 'import.finish', run, `${what}“${run.fileName}”：${counts}`, {
      created,
      updated,
      skipped,
      failed,
    });
    await runs.tell(ctx, run, `${what}“${run.fileName}”：${counts}`);
  });
}

/** A refusal ends the run with its reason; a fault of the program is the job's to try again. */
export async function fail(runs: ImportRuns, ctx: EditorCtx, runId: number, error: unknown): Promise<void> {
  if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
  await runs.moving(ctx, runId, 'fail', async (ctx, run) => {
    run.finishedAt = ctx.now;
    run.fault = error.message.slice(0, 500);
    await runs.record(
      ctx,
      'import.fail',
      run,
      `导入未能完成“${run.fileName}”：${run.fault}`.slice(0, 300),
      {},
    );
    await runs.tell(ctx, run, `导入未能完成“${run.fileName}”：${run.fault}`);
  });
}
