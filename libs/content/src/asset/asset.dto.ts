import { PageQuery } from '@zhanqun/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { filePath } from '../article/article-address';
import { ASSET_KINDS, type Asset } from './asset.entity';
import { RENDITION_WIDTHS, renditionPath } from './picture';

export class AssetQuery extends PageQuery {
  @IsOptional()
  @IsIn(ASSET_KINDS, { message: '素材类型须为图片或附件' })
  kind?: (typeof ASSET_KINDS)[number];

  @IsOptional()
  @IsString()
  @MaxLength(100, { message: '搜索词不超过 100 字' })
  q?: string;
}

export class EditAssetDto {
  @IsOptional()
  @IsString({ message: '名称须为文字' })
  @MaxLength(200, { message: '名称不超过 150 字' })
  name?: string;

  @IsOptional()
  @IsString({ message: '图片说明须为文字' })
  @MaxLength(200, { message: '图片说明不超过 200 字' })
  alt?: string;
}

export class AssetView {
  id: number;
  kind: (typeof ASSET_KINDS)[number];
  name: string;
  /** As texts write it; citizens reach it once a published text shows it. */
  url: string;
  /** Where people of the site can always read it. */
  consoleUrl: string;
  /** Smaller pictures by width; empty for attachments. */
  renditions: { width: number; url: string }[];
  mime: string;
  /** `PDF`, `JPG` … */
  format: string;
  bytes: number;
  width: number | null;
  height: number | null;
  alt: string;
  uploadedByName: string;
  createdAt: Date;
}

export class AssetPageView {
  items: AssetView[];
  total: number;
  page: number;
  pageSize: number;
}

export function toAssetView(asset: Asset, siteKey: string): AssetView {
  const { id, kind, name, path, mime, extension, bytes, width, height, alt, uploadedByName, createdAt } =
    asset;
  return {
    id,
    kind,
    name,
    url: filePath(path),
    consoleUrl: `/api/sites/${siteKey}/assets/${id}/file`,
    renditions:
      kind === 'image'
        ? RENDITION_WIDTHS.map((each) => ({ width: each, url: filePath(renditionPath(path, each)) }))
        : [],
    mime,
    format: extension.toUpperCase(),
    bytes,
    width,
    height,
    alt,
    uploadedByName,
    createdAt,
  };
}
