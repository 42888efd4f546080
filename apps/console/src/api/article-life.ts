import { api, sitePath, type Page, type Query } from './http';
import type { ArticleDetail, ChangesView } from './articles';
import type { Schemas } from './views';

export type BatchView = Schemas['BatchView'];
export type BatchOrder = Schemas['BatchDto'];
export type BatchResult = Schemas['BatchResultView'];
export type BinRow = Schemas['BinItemView'];
export type BinPage = Schemas['BinPageView'];
export type PreviewLink = Schemas['PreviewLinkView'];
export type Pin = Schemas['PinView'];
export type RegisterLine = Schemas['RegisterLineView'];
export type Withdrawing = Schemas['WithdrawDto'];

const article = (site: string, id: number, rest: string): string => sitePath(site, `/articles/${id}${rest}`);

/** What happens to an article beside its words: where it stands, how long, and how it ends. */
export const lifeApi = {
  withdraw: (site: string, id: number, order: Withdrawing) =>
    api.post<ArticleDetail>(article(site, id, '/withdraw'), order),
  move: (site: string, id: number, channelId: number) =>
    api.post<ArticleDetail>(article(site, id, '/move'), { channelId }),
  copy: (site: string, id: number, channelId: number, to: string) =>
    api.post<Schemas['CopiedView']>(article(site, id, '/copy'), { channelId, site: to }),
  pin: (site: string, id: number, until: string | null) =>
    api.post<ArticleDetail>(article(site, id, '/pin'), { until }),
  unpin: (site: string, id: number) => api.remove(article(site, id, '/pin')),
  expire: (site: string, id: number, at: string | null) =>
    api.put<ArticleDetail>(article(site, id, '/expiry'), { at }),
  pins: (site: string, channelId: number) => api.get<Pin[]>(sitePath(site, `/channels/${channelId}/pins`)),
  arrange: (site: string, channelId: number, ids: number[]) =>
    api.put<Pin[]>(sitePath(site, `/channels/${channelId}/pins`), { ids }),

  compare: (site: string, id: number, from: number, to: number) =>
    api.get<ChangesView>(article(site, id, '/comparison'), { from, to }),
  restoreRevision: (site: string, id: number, number: number) =>
    api.post<ArticleDetail>(article(site, id, `/revisions/${number}/restore`)),

  previewLinks: (site: string, id: number) => api.get<PreviewLink[]>(article(site, id, '/preview-links')),
  issueLink: (site: string, id: number, days: number) =>
    api.post<PreviewLink>(article(site, id, '/preview-links'), { days }),
  revokeLink: (site: string, id: number, linkId: number) =>
    api.remove(article(site, id, `/preview-links/${linkId}`)),

  beginBatch: (site: string, order: BatchOrder) =>
    api.post<BatchView>(sitePath(site, '/article-batches'), order),
  continueBatch: (site: string, token: string) =>
    api.post<BatchView>(sitePath(site, `/article-batches/${token}/continue`)),
  undoBatch: (site: string, token: string) =>
    api.post<{ results: BatchResult[] }>(sitePath(site, `/article-batches/${token}/undo`)),

  bin: (site: string, query: Query) => api.get<BinPage>(sitePath(site, '/recycle-bin'), query),
  restore: (site: string, id: number, channelId?: number) =>
    api.post<ArticleDetail>(
      sitePath(site, `/recycle-bin/${id}/restore`),
      channelId === undefined ? {} : { channelId },
    ),
  purge: (site: string, id: number) => api.remove(sitePath(site, `/recycle-bin/${id}`)),

  register: (site: string, query: Query) => api.get<Page<RegisterLine>>(sitePath(site, '/register'), query),
  registerUrl: (site: string, query: Query): string => {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) if (value) search.set(key, String(value));
    return `/api${sitePath(site, '/register/export')}?${search}`;
  },
};
