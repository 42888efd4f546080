import { api, type Page, type Query } from './http';

export type OrganisationKind =
  'government' | 'office' | 'department' | 'township' | 'institution' | 'party' | 'other';
export interface OrganisationView {
  id: number;
  name: string;
  kind: OrganisationKind;
  parentId: number | null;
  code: string | null;
  leader: string;
  contact: string;
  phone: string;
  address: string;
  position: number;
}
export type OrganisationInput = Omit<OrganisationView, 'id' | 'position'>;

export const organisationsApi = {
  list: (query: Query = { pageSize: 100 }) => api.get<Page<OrganisationView>>('/organisations', query),
  get: (id: number) => api.get<OrganisationView>(`/organisations/${id}`),
  create: (body: OrganisationInput) => api.post<OrganisationView>('/organisations', body),
  edit: (id: number, body: Partial<OrganisationInput>) =>
    api.patch<OrganisationView>(`/organisations/${id}`, body),
};
