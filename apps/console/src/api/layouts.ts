import { api, sitePath, type Page } from './http';
import type { Schemas } from './views';

export type LayoutView = Schemas['LayoutView'];
export type LayoutBlock = Schemas['LayoutBlockView'];
export type LayoutRegion = Schemas['LayoutRegionView'];
export type LayoutRemark = Schemas['LayoutRemarkView'];
export type LayoutPage = Schemas['LayoutPageView'];
export type BlockType = Schemas['LayoutBlockTypeView'];
export type LayoutField = Schemas['LayoutFieldView'];
export type LayoutRelease = Schemas['LayoutReleaseView'];

const at = (site: string, rest = ''): string => sitePath(site, `/layouts${rest}`);
const of = (site: string, page: string, rest = ''): string => at(site, `/${encodeURIComponent(page)}${rest}`);

export const layoutsApi = {
  pages: (site: string) => api.get<LayoutPage[]>(at(site)),
  types: (site: string) => api.get<BlockType[]>(at(site, '/block-types')),
  get: (site: string, page: string) => api.get<LayoutView>(of(site, page)),
  save: (site: string, page: string, version: number, blocks: readonly LayoutBlock[]) =>
    api.put<LayoutView>(of(site, page, '/draft'), { version, blocks }),
  publish: (site: string, page: string, version: number, note: string) =>
    api.post<LayoutView>(of(site, page, '/publish'), { version, note }),
  discard: (site: string, page: string, version: number) =>
    api.post<LayoutView>(of(site, page, '/discard'), { version }),
  startOver: (site: string, page: string, version: number) =>
    api.post<LayoutView>(of(site, page, '/start-over'), { version }),
  restore: (site: string, page: string, version: number, nth: number) =>
    api.post<LayoutView>(of(site, page, '/restore'), { version, nth }),
  releases: (site: string, page: string, number: number) =>
    api.get<Page<LayoutRelease>>(of(site, page, '/releases'), { page: number, pageSize: 20 }),
  preview: (site: string, page: string, blocks: readonly LayoutBlock[]) =>
    api.text('POST', of(site, page, '/preview'), { blocks }),
};
