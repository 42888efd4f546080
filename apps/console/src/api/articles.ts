import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type ArticleDetail = Schemas['ArticleDetailView'];
export type ArticleKind = ArticleDetail['kind'];
export type ArticleState = ArticleDetail['state'];
export type RevisionState = NonNullable<ArticleDetail['openState']>;
export type Importance = ArticleDetail['importance'];
export type ReviewStepName = ArticleDetail['reviewSteps'][number];
export type PolicyFacts = Schemas['PolicyFactsView'];
export type AssetRef = Schemas['AssetRefView'];
export type TrailEntry = Schemas['TrailEntryView'];
export type DiffPart = Schemas['DiffPartView'];
export type ChangesView = Schemas['ChangesView'];
export type RevisionRow = Schemas['RevisionItemView'];

/** One line of the list: the part of an article that every list carries. */
export type ArticleRow = Pick<
  ArticleDetail,
  | 'id'
  | 'title'
  | 'kind'
  | 'state'
  | 'openState'
  | 'isSentBack'
  | 'channelId'
  | 'channelName'
  | 'source'
  | 'author'
  | 'authorId'
  | 'authorName'
  | 'importance'
  | 'isPinned'
  | 'pinnedUntil'
  | 'expiresAt'
  | 'withdrawnWay'
  | 'publishedAt'
  | 'scheduledFor'
  | 'updatedAt'
  | 'url'
>;
/** What the editor edits. A new article has no channel yet. */
export type ArticleText = Pick<
  ArticleDetail,
  | 'kind'
  | 'title'
  | 'subtitle'
  | 'body'
  | 'summary'
  | 'keywords'
  | 'source'
  | 'author'
  | 'importance'
  | 'isPinned'
  | 'cover'
  | 'attachments'
  | 'facts'
  | 'interprets'
> & { channelId: number | null };

const path = (site: string, id: number, rest = ''): string => sitePath(site, `/articles/${id}${rest}`);

/** What the server takes: references by id. */
function toInput(text: Partial<ArticleText>): Record<string, unknown> {
  const { cover, attachments, interprets, ...rest } = text;
  return {
    ...rest,
    ...(rest.keywords === undefined ? {} : { keywords: rest.keywords.filter((word) => word !== '') }),
    ...(cover === undefined ? {} : { coverAssetId: cover?.id ?? null }),
    ...(attachments === undefined ? {} : { attachmentIds: attachments.map((asset) => asset.id) }),
    ...(interprets === undefined ? {} : { interpretsArticleId: interprets?.id ?? null }),
  };
}

export const articlesApi = {
  list: (site: string, query: Query) => api.get<Page<ArticleRow>>(sitePath(site, '/articles'), query),
  get: (site: string, id: number) => api.get<ArticleDetail>(path(site, id)),
  create: (site: string, text: ArticleText, draftKey: string) =>
    api.post<ArticleDetail>(sitePath(site, '/articles'), { ...toInput(text), draftKey }),
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
