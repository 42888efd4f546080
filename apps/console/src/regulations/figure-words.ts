import type { BasisView } from '@/api/regulations';

/** Sections of a regulation in the order of the screen. */
export const FIGURE_GROUPS: Readonly<Record<string, string>> = {
  updateCycles: '栏目更新',
  review: '审核级次',
  emergency: '应急发布',
  replyLimits: '答复时限',
  rectification: '整改时限',
  publishing: '发布时限',
  lifeCycle: '开办与关停',
  yearly: '年度工作',
  scoring: '计分',
  switches: '其他要求',
};

export function basisWords(basis: Pick<BasisView, 'title' | 'document' | 'article'>): string {
  const source = basis.document || basis.title;
  return `${source}${basis.article}`;
}
