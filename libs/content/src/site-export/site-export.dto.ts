import { EXPORT_STATES, type SiteExport } from './site-export.entity';

export class SiteExportView {
  id: number;
  state: (typeof EXPORT_STATES)[number];
  bytes: number;
  /** Equal content gives equal digests, wherever it stands. */
  contentDigest: string;
  articles: number;
  assets: number;
  fault: string;
  requestedByName: string;
  createdAt: string;
  finishedAt: string | null;
  expiresAt: string | null;
}

export class SiteExportPageView {
  items: SiteExportView[];
  total: number;
  page: number;
  pageSize: number;
}

export function toSiteExportView(row: SiteExport): SiteExportView {
  const { id, state, bytes, contentDigest, articles, assets, fault, requestedByName } = row;
  return {
    id,
    state,
    bytes,
    contentDigest,
    articles,
    assets,
    fault,
    requestedByName,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
