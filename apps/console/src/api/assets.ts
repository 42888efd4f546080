import { api, sitePath, type Page } from './http';
import type { Schemas } from './views';

export type AssetView = Schemas['AssetView'];
export type AssetDetail = Schemas['AssetDetailView'];
export type AssetFolder = Schemas['AssetFolderView'];
export type AssetOffer = Schemas['AssetOfferView'];
export type AssetSpace = Schemas['AssetSpaceView'];
export type TagCount = Schemas['TagCountView'];
export type BulkOutcome = Schemas['BulkOutcomeView'];
export type AssetKind = AssetView['kind'];
export const ASSET_KINDS = ['image', 'video', 'audio', 'attachment'] as const satisfies readonly AssetKind[];

export interface AssetListQuery {
  q?: string;
  kind?: AssetKind | '';
  tag?: string;
  /** 0 = the top of the library. */
  folderId?: number | string;
  minBytes?: number | string;
  maxBytes?: number | string;
  from?: string;
  until?: string;
  unused?: boolean | '';
  state?: AssetView['state'] | '';
  sort?: string;
  page?: number;
  pageSize?: number;
}

const at = (site: string, rest = ''): string => sitePath(site, `/assets${rest}`);

export const assetsApi = {
  list: (site: string, query: AssetListQuery) => api.get<Page<AssetView>>(at(site), { ...query }),
  get: (site: string, id: number) => api.get<AssetDetail>(at(site, `/${id}`)),
  edit: (site: string, id: number, change: Schemas['EditAssetDto']) =>
    api.patch<AssetView>(at(site, `/${id}`), change),
  tags: (site: string) => api.get<TagCount[]>(at(site, '/tags')),
  space: (site: string) => api.get<AssetSpace>(at(site, '/space')),

  move: (site: string, ids: number[], folderId: number | null) =>
    api.post<BulkOutcome>(at(site, '/move'), { ids, folderId }),
  tag: (site: string, ids: number[], change: { add?: string[]; remove?: string[] }) =>
    api.post<BulkOutcome>(at(site, '/tag'), { ids, ...change }),
  trash: (site: string, ids: number[]) => api.post<BulkOutcome>(at(site, '/trash'), { ids }),
  restore: (site: string, ids: number[]) => api.post<BulkOutcome>(at(site, '/restore'), { ids }),
  removeForGood: (site: string, id: number) => api.remove(at(site, `/${id}/for-good`)),
  countUses: (site: string) => api.post<undefined>(at(site, '/count-uses')),
  scan: (site: string, id: number) => api.post<AssetView>(at(site, `/${id}/scan`)),

  restoreVersion: (site: string, id: number, number: number) =>
    api.post<AssetView>(at(site, `/${id}/versions/${number}/restore`)),
  offer: (site: string, id: number) => api.post<undefined>(at(site, `/${id}/offer`)),
  withdrawOffer: (site: string, id: number) => api.remove(at(site, `/${id}/offer`)),

  folders: (site: string) => api.get<AssetFolder[]>(sitePath(site, '/asset-folders')),
  addFolder: (site: string, name: string, parentId: number) =>
    api.post<AssetFolder>(sitePath(site, '/asset-folders'), { name, parentId }),
  editFolder: (site: string, id: number, change: Schemas['EditAssetFolderDto']) =>
    api.patch<AssetFolder>(sitePath(site, `/asset-folders/${id}`), change),
  removeFolder: (site: string, id: number) => api.remove(sitePath(site, `/asset-folders/${id}`)),

  shared: (site: string, query: { q?: string; kind?: AssetKind | ''; page?: number; pageSize?: number }) =>
    api.get<Page<AssetOffer>>(sitePath(site, '/shared-assets'), { ...query }),
  take: (site: string, id: number) => api.post<AssetView>(sitePath(site, `/shared-assets/${id}/take`)),
  finishUpload: (site: string, token: string) =>
    api.post<AssetView>(sitePath(site, `/uploads/${token}/finish`)),
};
