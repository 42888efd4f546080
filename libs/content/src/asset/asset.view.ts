import { filePath } from '../article/article-address';
import { ASSET_KINDS, type Asset } from './asset.entity';
import type { AssetPlace, PlaceKind } from './asset-places';
import { PLACE_KINDS } from './asset-places';
import type { AssetVersion } from './asset-version.entity';
import { hasVariants, PRESET_NAMES, PRESETS, variantPath } from './presets';
import { tagList } from './tags';

export class AssetVariantView {
  /** `thumb`, `small`, `medium`, `large`, `cover`, `banner`. */
  preset: string;
  label: string;
  width: number;
  /** Null: the picture keeps its shape. */
  height: number | null;
  url: string;
}

export class AssetView {
  id: number;
  kind: (typeof ASSET_KINDS)[number];
  /** `quarantined` waits for the virus scanner and cannot be used yet. */
  state: 'ready' | 'trashed' | 'quarantined';
  name: string;
  /** As texts write it; citizens reach it once a published text shows it. */
  url: string;
  /** Where people of the site can always read it. */
  consoleUrl: string;
  /** A small picture for lists of the console; null when it is no picture. */
  thumbUrl: string | null;
  /** Smaller pictures by preset; empty for everything else. */
  variants: AssetVariantView[];
  mime: string;
  /** `PDF`, `JPG` … */
  format: string;
  bytes: number;
  width: number | null;
  height: number | null;
  alt: string;
  tags: string[];
  folderId: number | null;
  /** Counts replacements; 1 = never replaced. */
  version: number;
  /** Places that used it when they were last counted; null = not counted yet. */
  uses: number | null;
  usesCountedAt: Date | null;
  trashedAt: Date | null;
  trashedByName: string;
  uploadedByName: string;
  createdAt: Date;
  updatedAt: Date;
}

export class AssetPageView {
  items: AssetView[];
  total: number;
  page: number;
  pageSize: number;
}

export class AssetPlaceView {
  kind: (typeof PLACE_KINDS)[number];
  /** Of the article or topic; null for the look and the settings of the site. */
  id: number | null;
  title: string;
}

export class AssetVersionView {
  number: number;
  name: string;
  bytes: number;
  mime: string;
  width: number | null;
  height: number | null;
  replacedByName: string;
  replacedAt: Date;
}

/** What a person opens beside the list. */
export class AssetDetailView extends AssetView {
  places: AssetPlaceView[];
  versions: AssetVersionView[];
  /** Whether the sites below may take it. */
  isOffered: boolean;
}

export class AssetSpaceView {
  /** Bytes. */
  limit: number;
  taken: number;
  left: number;
  /** Largest upload of a kind in bytes. */
  mostBytes: { image: number; video: number; audio: number; attachment: number };
}

export class TagCountView {
  tag: string;
  number: number;
}

export class KeptAssetView {
  id: number;
  reason: string;
}

/** What became of several: `done` counts those that went, `kept` says why the others did not. */
export class BulkOutcomeView {
  done: number;
  kept: KeptAssetView[];
}

const shown = (state: Asset['state']): AssetView['state'] =>
  state === 'trashed' || state === 'quarantined' ? state : 'ready';

export function toAssetView(asset: Asset, siteKey: string): AssetView {
  const { id, kind, state, path, extension, tags, ...rest } = asset;
  const drawn = kind === 'image' && hasVariants(path);
  const file = `/api/sites/${siteKey}`;
  return {
    id,
    kind,
    state: shown(state),
    name: rest.name,
    url: filePath(path),
    consoleUrl: `${file}/assets/${id}/file`,
    thumbUrl:
      kind === 'image' && state === 'ready'
        ? `${file}/files/${variantPath(path, { preset: 'thumb', format: 'webp' })}`
        : null,
    variants: drawn ? PRESET_NAMES.map((preset) => variantView(path, preset)) : [],
    mime: rest.mime,
    format: extension.toUpperCase(),
    bytes: rest.bytes,
    width: rest.width,
    height: rest.height,
    alt: rest.alt,
    tags: tagList(tags),
    folderId: rest.folderId,
    version: rest.version,
    uses: rest.uses,
    usesCountedAt: rest.usesCountedAt,
    trashedAt: rest.trashedAt,
    trashedByName: rest.trashedByName,
    uploadedByName: rest.uploadedByName,
    createdAt: rest.createdAt,
    updatedAt: rest.updatedAt,
  };
}

function variantView(path: string, preset: keyof typeof PRESETS): AssetVariantView {
  const { label, width, ...shape } = PRESETS[preset];
  const height = 'height' in shape ? shape.height : null;
  return { preset, label, width, height, url: filePath(variantPath(path, { preset, format: 'webp' })) };
}

export function toPlaceView({ kind, id, title }: AssetPlace): AssetPlaceView {
  return { kind: kind satisfies PlaceKind, id, title };
}

export function toVersionView(version: AssetVersion): AssetVersionView {
  const { number, name, bytes, mime, width, height, replacedByName, createdAt } = version;
  return { number, name, bytes, mime, width, height, replacedByName, replacedAt: createdAt };
}
