import { Readable } from 'node:stream';
import type { SiteCtx } from '@zhanqun/kernel';
import { csvHead, csvLine, type TableColumn } from '@zhanqun/platform';
import type { ImportItem } from './import-item.entity';
import type { ImportRuns } from './import-runs';

export const OUTCOME_NAMES = { created: '新增', updated: '更新', skipped: '跳过', failed: '失败' } as const;

const COLUMNS: readonly TableColumn<ImportItem>[] = [
  { title: '序号', value: ({ number }) => number },
  { title: '来源位置', value: ({ label }) => label },
  { title: '标题', value: ({ title }) => title },
  { title: '结果', value: ({ outcome }) => OUTCOME_NAMES[outcome] },
  { title: '原因', value: ({ reason }) => reason },
  { title: '提醒', value: ({ warnings }) => warnings.join('；') },
  { title: '稿件编号', value: ({ articleId }) => articleId },
];

/** 导入报告 as CSV, written a few lines at a time. */
export function reportFile(runs: ImportRuns, ctx: SiteCtx, runId: number): Readable {
  return Readable.from(lines(runs, ctx, runId), { objectMode: false });
}

async function* lines(runs: ImportRuns, ctx: SiteCtx, runId: number): AsyncGenerator<Buffer> {
  yield Buffer.from(csvHead(COLUMNS));
  for await (const items of runs.report(ctx, runId))
    yield Buffer.from(items.map((item) => csvLine(COLUMNS, item)).join(''));
}
