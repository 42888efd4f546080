import { emptyOf } from '../block-field';
import type { BlockType } from '../block-type';
import type { LayoutBlock } from '../layout-block';
import type { LayoutRelease } from './layout-release.entity';
import type { LayoutFile } from './layout.service';

export class LayoutPageView {
  page: string;
  title: string;
}

export class BlockOptionView {
  value: string;
  label: string;
}

/** One field of a block's form. */
export class LayoutFieldView {
  key: string;
  label: string;
  /** text, longText, richText, number, yesNo, choice, choices, channel, target, tabs, links, dates, articles, image or video. */
  kind: string;
  help: string;
  isRequired: boolean;
  default: unknown;
  minimum: number | null;
  maximum: number | null;
  options: BlockOptionView[];
  hasIcons: boolean;
}

export class LayoutBlockTypeView {
  code: string;
  label: string;
  note: string;
  icon: string;
  most: number;
  fields: LayoutFieldView[];
}

export class LayoutBlockView {
  id: string;
  type: string;
  region: string;
  settings: Record<string, unknown>;
}

export class LayoutRemarkView {
  blockId: string;
  field: string;
  message: string;
  isBlocking: boolean;
}

export class LayoutRegionView {
  name: string;
  label: string;
}

export class LayoutArticleView {
  id: number;
  title: string;
  isPublished: boolean;
}

export class LayoutView {
  page: string;
  title: string;
  /** Address of the page on the site, below its prefix. */
  path: string;
  regions: LayoutRegionView[];
  blocks: LayoutBlockView[];
  remarks: LayoutRemarkView[];
  /** Articles that the blocks name. */
  articles: LayoutArticleView[];
  /** 0 before the first saving. */
  version: number;
  /** Whether there are changes that citizens do not see yet. */
  isDraft: boolean;
  /** Number of the release citizens see; 0: the default. */
  releaseNumber: number;
  savedByName: string;
  savedAt: string | null;
}

export class LayoutReleaseView {
  number: number;
  publishedByName: string;
  publishedAt: string;
  note: string;
  /** How many blocks it has. */
  size: number;
  isLive: boolean;
}

export class LayoutReleasePageView {
  items: LayoutReleaseView[];
  total: number;
  page: number;
  pageSize: number;
}

export function toBlockTypeView({ code, label, note, icon, most, fields }: BlockType): LayoutBlockTypeView {
  return {
    code,
    label,
    note,
    icon,
    most,
    fields: fields.map((field) => ({
      key: field.key,
      label: field.label,
      kind: field.kind,
      help: field.help ?? '',
      isRequired: field.isRequired ?? false,
      default: emptyOf(field),
      minimum: field.minimum ?? null,
      maximum: field.maximum ?? null,
      options: (field.options ?? []).map((option) => ({ ...option })),
      hasIcons: field.hasIcons ?? false,
    })),
  };
}

const toBlockView = ({ id, type, region, settings }: LayoutBlock): LayoutBlockView => ({
  id,
  type,
  region,
  settings: { ...settings },
});

export function toLayoutView({ page, layout, blocks, remarks, articles }: LayoutFile): LayoutView {
  return {
    page: page.page,
    title: page.title,
    path: page.path,
    regions: page.regions.map(({ name, label }) => ({ name, label })),
    blocks: blocks.map(toBlockView),
    remarks: remarks.map((remark) => ({ ...remark })),
    articles: articles.map((article) => ({ ...article })),
    version: layout?.version ?? 0,
    isDraft: layout !== null && layout.draft !== null,
    releaseNumber: layout?.releaseNumber ?? 0,
    savedByName: layout?.savedByName ?? '',
    savedAt: layout?.savedAt?.toISOString() ?? null,
  };
}

export function toReleaseView(release: LayoutRelease, newest: number): LayoutReleaseView {
  const { number, publishedByName, publishedAt, note, blocks } = release;
  return {
    number,
    publishedByName,
    publishedAt: publishedAt.toISOString(),
    note,
    size: blocks.length,
    isLive: number === newest,
  };
}
