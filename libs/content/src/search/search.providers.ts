import { SearchSource } from '@zhanqun/platform';
import { ArticleSearchSource } from './article-search-source';
import { HotWords } from './hot-words';
import { SearchDeskController } from './search-desk.controller';
import { SearchEntries } from './search-entries';
import { SearchFigures } from './search-figures';
import { SearchIndexController } from './search-index.controller';
import { SearchJsonPage } from './search-json.page';
import { SearchLexicons } from './search-lexicons';
import { SearchLog } from './search-log';
import { RebuildSearchJob, SearchKeeping } from './search.jobs';
import { SearchPage } from './search.page';
import { SearchRebuilding } from './search-rebuilding';
import { SearchWords } from './search-words';
import { SiteSearch } from './site-search';
import { StillPublic } from './still-public';
import { SuggestPage } from './suggest.page';

export const SEARCH_SERVICES = [SearchLexicons, { provide: SearchSource, useClass: ArticleSearchSource }];
export const SEARCH_PAGES = [
  HotWords,
  SearchFigures,
  SearchJsonPage,
  SearchLog,
  SearchPage,
  SiteSearch,
  StillPublic,
  SuggestPage,
];
export const SEARCH_JOBS = [RebuildSearchJob, SearchKeeping];
export const SEARCH_CONTROLLERS = [SearchDeskController, SearchIndexController];
export const SEARCH_CONSOLE = [SearchEntries, SearchRebuilding, SearchWords];
