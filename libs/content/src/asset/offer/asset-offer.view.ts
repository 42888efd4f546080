import { ASSET_KINDS } from '../asset.entity';
import { tagList } from '../tags';
import type { AssetOffer } from './asset-offer.entity';

export class AssetOfferView {
  id: number;
  kind: (typeof ASSET_KINDS)[number];
  name: string;
  alt: string;
  tags: string[];
  mime: string;
  format: string;
  bytes: number;
  width: number | null;
  height: number | null;
  /** Where people of this site can look at it. */
  consoleUrl: string;
  /** Name of the site that offers it. */
  from: string;
}

export class AssetOfferPageView {
  items: AssetOfferView[];
  total: number;
  page: number;
  pageSize: number;
}

export function toAssetOfferView(offer: AssetOffer, siteKey: string, from: string): AssetOfferView {
  const { id, kind, name, alt, tags, mime, extension, bytes, width, height } = offer;
  return {
    id,
    kind,
    name,
    alt,
    tags: tagList(tags),
    mime,
    format: extension.toUpperCase(),
    bytes,
    width,
    height,
    consoleUrl: `/api/sites/${siteKey}/shared-assets/${id}/file`,
    from,
  };
}
