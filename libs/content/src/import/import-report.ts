import type { ImportedFile } from './article-imports';

const OUTCOMES = { imported: '已导入', skipped: '已跳过', failed: '未导入' } as const;

interface ReportHead {
  readonly site: string;
  readonly channel: string;
  readonly isDryRun: boolean;
  readonly imported: number;
  readonly skipped: number;
  readonly failed: number;
}

/** The report as an operator reads it: a block a file, a summary at the end. */
export function reportLines(files: readonly ImportedFile[], head: ReportHead): string[] {
  const { site, channel, isDryRun, imported, skipped, failed } = head;
  const lines = [`${isDryRun ? '【预览，不写入】' : ''}导入到：${site} › ${channel}`, ''];
  for (const file of files) {
    lines.push(file.file, ...blockOf(file, isDryRun), '');
  }
  if (files.length === 0) lines.push('目录中没有 .txt、.md、.html 文件', '');
  const verb = isDryRun ? '可导入' : '导入';
  lines.push(`共 ${files.length} 个文件：${verb} ${imported}，跳过 ${skipped}，失败 ${failed}`);
  return lines;
}

const KINDS = { news: '新闻', notice: '通知公告', policyDocument: '政策文件', '': '' } as const;

function blockOf(file: ImportedFile, isDryRun: boolean): string[] {
  const facts: [string, string][] = [
    ['编码', file.encoding],
    ['类型', KINDS[file.kind]],
    ['标题', file.title],
    ['来源', file.source],
    ['日期', file.date],
    ['文号', file.documentNumber],
  ];
  const outcome = isDryRun && file.outcome === 'imported' ? '可以导入' : OUTCOMES[file.outcome];
  const draft = file.articleId === null ? '' : `（稿件 ${file.articleId}）`;
  return [
    ...facts.filter(([, value]) => value !== '').map(([label, value]) => `  ${label}：${value}`),
    ...file.warnings.map((warning) => `  注意：${warning}`),
    `  结果：${outcome}${draft}${file.reason === '' ? '' : `：${file.reason}`}`,
  ];
}
