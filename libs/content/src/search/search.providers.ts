import { SearchSource } from '@zhanqun/platform';
import { ArticleSearchSource } from './article-search-source';
import { HotWords } from './hot-words';
import { SearchJsonPage } from './search-json.page';
import { SearchLexicons } from './search-lexicons';
import { SearchLog } from './search-log';
import { RebuildSearchJob, SearchKeeping } from './search.jobs';
import { SearchPage } from './search.page';
import { SiteSearch } from './site-search';
import { SuggestPage } from './suggest.page';

export const SEARCH_SERVICES = [SearchLexicons, { provide: SearchSource, useClass: ArticleSearchSource }];
export const SEARCH_PAGES = [HotWords, SearchJsonPage, SearchLog, SearchPage, SiteSearch, SuggestPage];
export const SEARCH_JOBS = [RebuildSearchJob, SearchKeeping];
