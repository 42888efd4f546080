import { api, sitePath, type Page, type Query } from './http';

export type DeliveryKind = 'submission' | 'push' | 'reference';
export type DeliveryState = 'sent' | 'accepted' | 'declined' | 'withdrawn';
export interface DeliveryView {
  id: number;
  kind: DeliveryKind;
  state: DeliveryState;
  title: string;
  articleId: number;
  fromSite: { key: string; name: string };
  toSite: { key: string; name: string };
  sentAt: string;
  sentByName: string;
  decidedAt: string | null;
  decidedByName: string;
  reason: string;
  onChange: 'todo' | 'atOnce' | null;
  channelName: string;
  copyArticleId: number | null;
  copyUrl: string | null;
  /** Text as it was when sent, sanitised by the server. */
  body: string;
  source: string;
  hasSourceChanged: boolean;
}

export const deliveriesApi = {
  list: (site: string, query: Query) => api.get<Page<DeliveryView>>(sitePath(site, '/deliveries'), query),
  targets: (site: string) =>
    api.get<{ key: string; name: string; kind: DeliveryKind }[]>(sitePath(site, '/delivery-targets')),
  deliver: (site: string, articleId: number, to: string, kind: DeliveryKind) =>
    api.post<DeliveryView>(sitePath(site, `/articles/${articleId}/deliver`), { to, kind }),
  accept: (site: string, id: number, channelId: number, onChange: 'todo' | 'atOnce') =>
    api.post<DeliveryView>(sitePath(site, `/deliveries/${id}/accept`), { channelId, onChange }),
  decline: (site: string, id: number, reason: string) =>
    api.post<DeliveryView>(sitePath(site, `/deliveries/${id}/decline`), { reason }),
  withdraw: (site: string, id: number) =>
    api.post<DeliveryView>(sitePath(site, `/deliveries/${id}/withdraw`)),
};
