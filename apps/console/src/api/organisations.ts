import { api, type Page, type Query } from './http';
import type { Schemas } from './views';

export type OrganisationView = Schemas['OrganisationView'];
export type OrganisationKind = OrganisationView['kind'];
export type OrganisationInput = Omit<OrganisationView, 'id' | 'position'>;

export const organisationsApi = {
  list: (query: Query = { pageSize: 100 }) => api.get<Page<OrganisationView>>('/organisations', query),
  get: (id: number) => api.get<OrganisationView>(`/organisations/${id}`),
  create: (body: OrganisationInput) => api.post<OrganisationView>('/organisations', body),
  edit: (id: number, body: Partial<OrganisationInput>) =>
    api.patch<OrganisationView>(`/organisations/${id}`, body),
};
