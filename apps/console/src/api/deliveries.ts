import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type DeliveryView = Schemas['DeliveryView'];
export type DeliveryKind = DeliveryView['kind'];
export type DeliveryState = DeliveryView['state'];
export type OnChange = DeliveryView['onChange'];
export type DeliveryDetailView = Schemas['DeliveryDetailView'];
export type DeliveryTargetView = Schemas['DeliveryTargetView'];

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
