import { api, type Page, type Query } from './http';

export interface OrganisationView {
  id: number;
  name: string;
  kind: string;
  parentId: number | null;
  code: string;
  leader: string;
  contact: string;
  phone: string;
  sites: number;
  accounts: number;
}
export type OrganisationInput = Omit<OrganisationView, 'id' | 'sites' | 'accounts'>;

export const organisationsApi = {
  list: (query: Query = { pageSize: 100 }) => api.get<Page<OrganisationView>>('/organisations', query),
  create: (body: OrganisationInput) => api.post<OrganisationView>('/organisations', body),
  edit: (id: number, body: Partial<OrganisationInput>) =>
    api.patch<OrganisationView>(`/organisations/${id}`, body),
};
