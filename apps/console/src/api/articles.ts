import { api, sitePath, type Page, type Query } from './http';

export type ArticleKind = 'news' | 'notice' | 'policyDocument' | 'interpretation' | 'page';
export type ArticleState = 'unpublished' | 'scheduled' | 'published' | 'withdrawn';
export type RevisionState =
  | 'draft'
  | 'initialReview'
  | 'secondReview'
  | 'finalReview'
  | 'approved'
  | 'live'
  | 'superseded'
  | 'abandoned';
export type Importance = 'routine' | 'general' | 'important';
export type ReviewStepName = 'initialReview' | 'secondReview' | 'finalReview';

export interface ArticleRow {
  id: number;
  title: string;
  kind: ArticleKind;
  state: ArticleState;
  /** State of the revision under work; null when nothing is open. */
  openState: RevisionState | null;
  isSentBack: boolean;
  channelId: number;
  channelName: string;
  source: string;
  author: string;
  authorId: number;
  authorName: string;
  importance: Importance;
  isPinned: boolean;
  publishedAt: string | null;
  scheduledFor: string | null;
  updatedAt: string;
  url: string | null;
}
export interface PolicyFacts {
  documentNumber: string;
  issuedOn: string | null;
  issuer: string;
  indexNumber: string;
  subjectCategory: string;
  genre: string;
  validity: 'valid' | 'amended' | 'void';
  effectiveOn: string | null;
  expiresOn: string | null;
}
export interface AssetRef {
  id: number;
  name: string;
  url: string;
  mime: string;
  bytes: number;
  alt: string;
}
export interface ArticleText {
  channelId: number | null;
  kind: ArticleKind;
  title: string;
  subtitle: string;
  body: string;
  summary: string;
  source: string;
  author: string;
  importance: Importance;
  isPinned: boolean;
  cover: AssetRef | null;
  attachments: AssetRef[];
  policy: PolicyFacts | null;
  interprets: { id: number; title: string } | null;
  scheduledFor: string | null;
}
export interface ArticleDetail extends ArticleText {
  id: number;
  state: ArticleState;
  openState: RevisionState | null;
  revisionNumber: number | null;
  authorId: number;
  authorName: string;
  channelName: string;
  publishedAt: string | null;
  updatedAt: string;
  version: number;
  url: string | null;
  /** Steps that the regulation in force asks of this importance. */
  reviewSteps: ReviewStepName[];
  reviewSource: string;
  /** Last words of a reviewer who sent it back. */
  sentBackReason: string | null;
  withdrawnReason: string | null;
  /** Moves the server would accept from this person now. */
  moves: string[];
}
export interface TrailEntry {
  at: string;
  byName: string;
  role: string;
  action: string;
  actionName: string;
  opinion: string;
  revision: number | null;
}
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}
export interface ChangesView {
  /** Number of the live revision compared with; null for a first publication. */
  against: number | null;
  title: DiffPart[];
  body: DiffPart[];
  facts: { label: string; before: string; after: string }[];
}
export interface RevisionRow {
  id: number;
  number: number;
  state: RevisionState;
  title: string;
  writtenByName: string;
  submittedAt: string | null;
  createdAt: string;
}

const path = (site: string, id: number, rest = ''): string => sitePath(site, `/articles/${id}${rest}`);

/** What the server takes: references by id. */
function toInput(text: Partial<ArticleText>): Record<string, unknown> {
  const { cover, attachments, interprets, scheduledFor: _schedule, ...rest } = text;
  return {
    ...rest,
    ...(cover === undefined ? {} : { coverAssetId: cover?.id ?? null }),
    ...(attachments === undefined ? {} : { attachmentIds: attachments.map((asset) => asset.id) }),
    ...(interprets === undefined ? {} : { interpretsArticleId: interprets?.id ?? null }),
  };
}

export const articlesApi = {
  list: (site: string, query: Query) => api.get<Page<ArticleRow>>(sitePath(site, '/articles'), query),
  get: (site: string, id: number) => api.get<ArticleDetail>(path(site, id)),
  create: (site: string, text: ArticleText) =>
    api.post<ArticleDetail>(sitePath(site, '/articles'), toInput(text)),
  save: (site: string, id: number, version: number, text: ArticleText) =>
    api.patch<ArticleDetail>(path(site, id), { ...toInput(text), version }),
  remove: (site: string, id: number) => api.remove(path(site, id)),
  move: (site: string, id: number, move: string, body: Record<string, unknown> = {}) =>
    api.post<ArticleDetail>(path(site, id, `/${move}`), body),
  trail: (site: string, id: number) => api.get<TrailEntry[]>(path(site, id, '/trail')),
  changes: (site: string, id: number) => api.get<ChangesView>(path(site, id, '/changes')),
  revisions: (site: string, id: number) => api.get<RevisionRow[]>(path(site, id, '/revisions')),
  previewUrl: (site: string, id: number) => `/api${path(site, id, '/preview')}`,
};
