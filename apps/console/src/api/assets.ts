import { uploadFile } from '@/assets/upload-file';
import { api, sitePath, type Page } from './http';
import type { Schemas } from './views';

export type AssetView = Schemas['AssetView'];
export const ASSET_KINDS = ['image', 'video', 'audio', 'attachment'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

export interface AssetListQuery {
  q?: string;
  kind?: AssetKind | '';
  page?: number;
  pageSize?: number;
}

export const assetsApi = {
  list: (site: string, query: AssetListQuery) =>
    api.get<Page<AssetView>>(sitePath(site, '/assets'), { ...query }),
  upload: (site: string, file: File, alt?: string): Promise<AssetView> =>
    uploadFile(site, file, undefined, alt ? { alt } : {}),
};
