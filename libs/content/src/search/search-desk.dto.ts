import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery, type IndexFacts } from '@zhanqun/platform';
import { SEARCH_ENTRY_KINDS, type SearchEntry } from './search-entry.entity';
import { WORD_RESULTS } from './search-words';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class SearchWordsQuery extends PageQuery {
  @Matches(DAY, { message: '请选择开始日期' })
  from: string;

  @Matches(DAY, { message: '请选择结束日期' })
  to: string;

  @IsOptional()
  @IsIn(WORD_RESULTS)
  results?: (typeof WORD_RESULTS)[number];
}

export class SearchedWordView {
  word: string;
  times: number;
  hits: number;
  lastOn: string;
}

export class SearchWordsPageView {
  items: SearchedWordView[];
  total: number;
  page: number;
  pageSize: number;
}

export class SearchEntriesQuery extends PageQuery {
  @IsIn(SEARCH_ENTRY_KINDS)
  kind: (typeof SEARCH_ENTRY_KINDS)[number];

  @IsOptional()
  @IsString()
  @MaxLength(60, { message: '查找内容不超过 60 字' })
  q?: string;
}

export class AddSearchEntryDto {
  @IsIn(SEARCH_ENTRY_KINDS)
  kind: (typeof SEARCH_ENTRY_KINDS)[number];

  @IsString()
  @Length(1, 180, { message: '请填写词，不超过 180 字' })
  text: string;
}

export class SearchEntryView {
  id: number;
  kind: (typeof SEARCH_ENTRY_KINDS)[number];
  text: string;
  byName: string;
  createdAt: string;
}

export class SearchEntriesPageView {
  items: SearchEntryView[];
  total: number;
  page: number;
  pageSize: number;
}

export class RebuildSearchDto {
  /** Key of one site; the whole index when left out. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  site?: string;
}

export class RebuildProgressView {
  done: number;
  total: number;
  startedAt: string;
  seenAt: string;
  isFinished: boolean;
}

export class SearchIndexView {
  state: 'ready' | 'building' | 'absent';
  documents: number;
  bytes: number;
  builtAt: string | null;
  /** Of the last rebuilding that was asked for. */
  progress: RebuildProgressView | null;
}

export function toSearchEntryView({ id, kind, text, byName, createdAt }: SearchEntry): SearchEntryView {
  return { id, kind, text, byName, createdAt: createdAt.toISOString() };
}

export function toSearchIndexView({
  state,
  documents,
  bytes,
  builtAt,
  progress,
}: IndexFacts): SearchIndexView {
  return {
    state,
    documents,
    bytes,
    builtAt: builtAt?.toISOString() ?? null,
    progress: progress && {
      ...progress,
      startedAt: progress.startedAt.toISOString(),
      seenAt: progress.seenAt.toISOString(),
    },
  };
}
