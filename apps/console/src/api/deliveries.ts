import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type DeliveryView = Schemas['DeliveryView'];
export type DeliveryKind = DeliveryView['kind'];
export type DeliveryState = DeliveryView['state'];
export type DeliveryProgress = DeliveryView['progress'];
export type OnChange = DeliveryView['onChange'];
export type DeliveryDetailView = Schemas['DeliveryDetailView'];
export type DeliveryEventView = Schemas['DeliveryEventView'];
export type DeliveryFileView = Schemas['DeliveryFileView'];
export type DeliveryTargetView = Schemas['DeliveryTargetView'];
export type DeliverWish = Schemas['DeliverDto'];
export type Acceptance = Schemas['AcceptDto'];
export type AgreementView = Schemas['AgreementView'];
export type AdoptionRankView = Schemas['AdoptionRankView'];

const one = (site: string, id: number, rest = ''): string => sitePath(site, `/deliveries/${id}${rest}`);
const agreement = (site: string, rest = ''): string => sitePath(site, `/channel-agreements${rest}`);

export const deliveriesApi = {
  list: (site: string, query: Query) => api.get<Page<DeliveryView>>(sitePath(site, '/deliveries'), query),
  get: (site: string, id: number) => api.get<DeliveryDetailView>(one(site, id)),
  targets: (site: string) => api.get<DeliveryTargetView[]>(sitePath(site, '/delivery-targets')),
  ofArticle: (site: string, articleId: number) =>
    api.get<DeliveryView[]>(sitePath(site, `/articles/${articleId}/deliveries`)),
  deliver: (site: string, articleId: number, wish: DeliverWish) =>
    api.post<Schemas['DispatchView']>(sitePath(site, `/articles/${articleId}/deliver`), wish),
  open: (site: string, id: number) => api.post<DeliveryView>(one(site, id, '/open')),
  accept: (site: string, id: number, acceptance: Acceptance) =>
    api.post<DeliveryView>(one(site, id, '/accept'), acceptance),
  decline: (site: string, id: number, reason: string) =>
    api.post<DeliveryView>(one(site, id, '/decline'), { reason }),
  recall: (site: string, id: number) => api.post<DeliveryView>(one(site, id, '/recall')),
  remind: (site: string, id: number) => api.post<DeliveryView>(one(site, id, '/remind')),
  apply: (site: string, id: number) => api.post<DeliveryView>(one(site, id, '/apply')),
  ignore: (site: string, id: number) => api.post<DeliveryView>(one(site, id, '/ignore')),
  /** Address of a picture or attachment in the mailbox: the browser opens it. */
  file: (site: string, id: number, index: number, of: 'sent' | 'pending') =>
    `/api${one(site, id, `/files/${index}`)}?of=${of}`,
};

export const adoptionApi = {
  grades: (site: string) => api.get<Schemas['AdoptionGradeView'][]>(sitePath(site, '/adoption/grades')),
  ranking: (site: string, question: Record<string, string>) =>
    api.get<Schemas['AdoptionRankingView']>(sitePath(site, '/adoption/ranking'), question),
  rankingFile: (site: string, question: Record<string, string>) =>
    `/api${sitePath(site, '/adoption/ranking/export')}?${new URLSearchParams(question)}`,
  mine: (site: string, from: string, to: string) =>
    api.get<Schemas['OwnAdoptionView']>(sitePath(site, '/adoption/mine'), { from, to }),
};

export const agreementsApi = {
  list: (site: string) => api.get<Schemas['AgreementListView']>(agreement(site)),
  offer: (site: string, terms: Schemas['OfferAgreementDto']) =>
    api.post<AgreementView>(agreement(site), terms),
  agree: (site: string, id: number, channelId: number) =>
    api.post<AgreementView>(agreement(site, `/${id}/agree`), { channelId }),
  decline: (site: string, id: number, reason: string) =>
    api.post<AgreementView>(agreement(site, `/${id}/decline`), { reason }),
  end: (site: string, id: number, copies: 'keep' | 'withdraw', reason: string) =>
    api.post<AgreementView>(agreement(site, `/${id}/end`), { copies, reason }),
};
