/** 页面类别 of the counter. `topic` and those with a subject are told apart by its id. */
export const PAGE_KINDS = ['home', 'channel', 'article', 'topic', 'search', 'other'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export const KIND_LABELS: Readonly<Record<PageKind, string>> = {
  home: '首页',
  channel: '栏目页',
  article: '文章页',
  topic: '专题页',
  search: '搜索页',
  other: '其他页面',
};

/** Kinds whose pages show a row of the site. */
export const SUBJECT_KINDS = ['channel', 'article', 'topic'] as const satisfies readonly PageKind[];
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface VisitedPage {
  readonly kind: PageKind;
  /** 0 where the kind has no subject. */
  readonly subjectId: number;
}

/** Reads what the beacon says; null for anything a page of this platform would not say. */
export function visitedPage(kind: string, id: string | undefined): VisitedPage | null {
  const known = PAGE_KINDS.find((each) => each === kind);
  if (!known || hasSubject(known) !== (id !== undefined)) return null;
  return { kind: known, subjectId: Number(id ?? 0) };
}

export const hasSubject = (kind: PageKind): kind is SubjectKind =>
  (SUBJECT_KINDS as readonly PageKind[]).includes(kind);
