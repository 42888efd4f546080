import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { MayBeNull, PageQuery } from '@zhanqun/platform';
import { ITEM_OUTCOMES, type ImportItem, type ItemOutcome } from './import-item.entity';
import { IMPORT_KINDS, type ImportKind, type RunOptions } from './import-options';
import { IMPORT_SOURCES, IMPORT_STATES, type ImportRun } from './import-run.entity';
import type { ImportPreview } from './import-preview';
import { importState } from './import-state';
import { importOptionsInvalid } from './import.errors';
import { TABLE_FIELDS, type TableColumns } from './sources/table-columns';

export class ImportUploadQuery {
  @IsIn(IMPORT_SOURCES, { message: '请选择来源类型' })
  source: (typeof IMPORT_SOURCES)[number];
}

export class ReadImportDto {
  /** Column by field, counted from 0. */
  @IsOptional()
  @IsObject({ message: '列的对应关系有误' })
  columns?: Record<string, number>;

  @IsOptional()
  @IsString()
  @MaxLength(300, { message: '旧站网址不超过 300 字' })
  siteAddress?: string;
}

export class StartImportDto extends ReadImportDto {
  /** 试运行：nothing is stored but the report. */
  @IsBoolean({ message: '请说明是否试运行' })
  isDryRun: boolean;

  @MayBeNull()
  @Type(() => Number)
  @IsInt({ message: '请选择栏目' })
  @Min(1)
  channelId?: number | null;

  /** Channel by category; 0 leaves the category out. */
  @IsOptional()
  @IsObject({ message: '栏目对应关系有误' })
  mapping?: Record<string, number>;

  @IsOptional()
  @IsBoolean()
  createsChannels?: boolean;

  @IsOptional()
  @IsIn(['draft', 'historic'], { message: '请选择作为草稿还是按原日期发布' })
  publishes?: 'draft' | 'historic';

  @IsOptional()
  @IsIn(['skip', 'update'], { message: '请选择已导入过的文章如何处理' })
  onChanged?: 'skip' | 'update';

  @IsOptional()
  @IsBoolean()
  fetchesRemote?: boolean;

  @IsOptional()
  @IsBoolean()
  keepsAddresses?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(100, { message: '默认来源不超过 100 字' })
  defaultSource?: string;

  @IsOptional()
  @IsIn([...IMPORT_KINDS, 'guess'], { message: '稿件类型有误' })
  kind?: ImportKind | 'guess';
}

export class ImportItemQuery extends PageQuery {
  @IsOptional()
  @IsIn(ITEM_OUTCOMES)
  outcome?: ItemOutcome;
}

export class PreviewItemView {
  label: string;
  title: string;
  date: string;
  source: string;
  documentNumber: string;
  category: string;
  excerpt: string;
  pictures: number;
  attachments: number;
  address: string;
  warnings: string[];
  reason: string;
}

export class PreviewCategoryView {
  key: string;
  name: string;
  count: number;
}

export class ImportPreviewView {
  items: PreviewItemView[];
  categories: PreviewCategoryView[];
  siteAddress: string;
  head: string[];
  columns: Record<string, number> | null;
}

export class ImportOptionsView {
  channelId: number | null;
  mapping: Record<string, number>;
  createsChannels: boolean;
  publishes: 'draft' | 'historic';
  onChanged: 'skip' | 'update';
  fetchesRemote: boolean;
  keepsAddresses: boolean;
  siteAddress: string;
  defaultSource: string;
  kind: ImportKind | null;
}

export class ImportRunView {
  id: number;
  source: (typeof IMPORT_SOURCES)[number];
  state: (typeof IMPORT_STATES)[number];
  fileName: string;
  bytes: number;
  isUploaded: boolean;
  isDryRun: boolean;
  total: number;
  position: number;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
  warned: number;
  fault: string;
  startedByName: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** Moves the state allows. */
  moves: string[];
}

export class ImportDetailView extends ImportRunView {
  options: ImportOptionsView;
  preview: ImportPreviewView | null;
}

export class ImportPageView {
  items: ImportRunView[];
  total: number;
  page: number;
  pageSize: number;
}

export class ImportItemView {
  id: number;
  number: number;
  label: string;
  title: string;
  outcome: ItemOutcome;
  reason: string;
  warnings: string[];
  /** Null where there is none, or no longer. */
  articleId: number | null;
}

export class ImportItemPageView {
  items: ImportItemView[];
  total: number;
  page: number;
  pageSize: number;
}

/** Reads what a screen sends; raises `content.import.optionsInvalid` for maps that are none. */
export function optionsOf(dto: Partial<StartImportDto>): Partial<RunOptions> {
  const { isDryRun: _dry, columns, mapping, kind, siteAddress, ...rest } = dto;
  if (siteAddress && !/^https?:\/\/[^\s/]+/i.test(siteAddress))
    throw importOptionsInvalid({ field: '旧站网址' });
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(siteAddress === undefined ? {} : { siteAddress }),
    ...(kind === undefined ? {} : { kind: kind === 'guess' ? null : kind }),
    ...(columns === undefined ? {} : { columns: columnsOf(columns) }),
    ...(mapping === undefined ? {} : { mapping: mappingOf(mapping) }),
  };
}

function columnsOf(given: Record<string, unknown>): TableColumns {
  const columns: TableColumns = {};
  for (const field of TABLE_FIELDS) {
    const at = given[field];
    if (at === undefined || at === null || at === -1) continue;
    if (!Number.isInteger(at) || (at as number) < 0 || (at as number) > 500)
      throw importOptionsInvalid({ field: '列的对应关系' });
    columns[field] = at as number;
  }
  return columns;
}

function mappingOf(given: Record<string, unknown>): Record<string, number> {
  const entries = Object.entries(given);
  const isPlain = entries.every(([, id]) => Number.isInteger(id) && (id as number) >= 0);
  if (entries.length > 500 || !isPlain) throw importOptionsInvalid({ field: '栏目对应关系' });
  return Object.fromEntries(entries) as Record<string, number>;
}

export function toImportRunView(run: ImportRun): ImportRunView {
  const { id, source, state, fileName, bytes, isUploaded, isDryRun, total, position } = run;
  const { created, updated, skipped, failed, warned, fault, startedByName } = run;
  return {
    id,
    source,
    state,
    fileName,
    bytes,
    isUploaded,
    isDryRun,
    total,
    position,
    created,
    updated,
    skipped,
    failed,
    warned,
    fault,
    startedByName,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    moves: run.isUploaded
      ? importState.movesFrom(state).filter((move) => !['offer', 'finish', 'fail'].includes(move))
      : [],
  };
}

export function toImportDetailView(run: ImportRun): ImportDetailView {
  const { columns: _columns, ...options } = run.options;
  return {
    ...toImportRunView(run),
    options: { ...options, mapping: { ...options.mapping } },
    preview: run.preview && toPreviewView(run.preview),
  };
}

function toPreviewView({ items, categories, siteAddress, head, columns }: ImportPreview): ImportPreviewView {
  return {
    items: items.map((item) => ({ ...item, warnings: [...item.warnings] })),
    categories: categories.map((category) => ({ ...category })),
    siteAddress,
    head: [...head],
    columns: columns === null ? null : { ...columns },
  };
}

export function toImportItemView(item: ImportItem, articles: ReadonlySet<number>): ImportItemView {
  const { id, number, label, title, outcome, reason, warnings, articleId } = item;
  const isThere = articleId !== null && articles.has(articleId);
  return {
    id,
    number,
    label,
    title,
    outcome,
    reason,
    warnings: [...warnings],
    articleId: isThere ? articleId : null,
  };
}
