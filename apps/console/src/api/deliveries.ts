import { api, sitePath, type Page, type Query } from './http';

export type DeliveryKind = 'submission' | 'push' | 'reference';
export type DeliveryState = 'sent' | 'accepted' | 'declined' | 'recalled';
export type OnChange = 'todo' | 'atOnce';

export interface DeliveryView {
  id: number;
  kind: DeliveryKind;
  from: { key: string; name: string };
  to: { key: string; name: string };
  title: string;
  note: string;
  state: DeliveryState;
  sentByName: string;
  sentAt: string;
  decidedByName: string;
  decidedAt: string | null;
  reason: string;
  sourceArticleId: number | null;
  copyArticleId: number | null;
  onChange: OnChange;
  sourceState: 'current' | 'changed' | 'withdrawn';
  sourceChangedAt: string | null;
  sourceReason: string;
  url: string;
  moves: string[];
}
export interface DeliveryDetailView extends DeliveryView {
  body: string;
  source: string;
  author: string;
  publishedAt: string;
  pendingTitle: string | null;
  pendingBody: string | null;
}
export interface DeliveryTargetView {
  key: string;
  name: string;
  kind: DeliveryKind;
}

const one = (site: string, id: number, rest = ''): string => sitePath(site, `/deliveries/${id}${rest}`);

export const deliveriesApi = {
  list: (site: string, query: Query) => api.get<Page<DeliveryView>>(sitePath(site, '/deliveries'), query),
  get: (site: string, id: number) => api.get<DeliveryDetailView>(one(site, id)),
  targets: (site: string) => api.get<DeliveryTargetView[]>(sitePath(site, '/delivery-targets')),
  ofArticle: (site: string, articleId: number) =>
    api.get<DeliveryView[]>(sitePath(site, `/articles/${articleId}/deliveries`)),
  deliver: (site: string, articleId: number, to: string, note: string) =>
    api.post<DeliveryView>(sitePath(site, `/articles/${articleId}/deliver`), { to, note }),
  accept: (site: string, id: number, channelId: number, onChange: OnChange) =>
    api.post<DeliveryView>(one(site, id, '/accept'), { channelId, onChange }),
  decline: (site: string, id: number, reason: string) =>
    api.post<DeliveryView>(one(site, id, '/decline'), { reason }),
  recall: (site: string, id: number) => api.post<DeliveryView>(one(site, id, '/recall')),
  apply: (site: string, id: number) => api.post<DeliveryView>(one(site, id, '/apply')),
  ignore: (site: string, id: number) => api.post<DeliveryView>(one(site, id, '/ignore')),
};
