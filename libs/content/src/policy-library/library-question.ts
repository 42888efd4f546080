import { FACETS, type Choice, type FacetName } from './facets';
import type { PolicyOrder } from './policy-library.sql';

/** What was asked of the library, read from the query; what makes no sense was not asked. */
export interface LibraryQuestion {
  /** 本站, or at a portal 全部站点 of its network. */
  readonly scope: LibraryScope;
  readonly choice: Choice;
  readonly words: string;
  readonly order: PolicyOrder;
  readonly page: number;
}

export type LibraryScope = 'site' | 'network';
export const PARAMETERS = ['scope', ...FACETS, 'q', 'sort', 'page'] as const;
const MOST_WORDS = 60;
const MOST_PAGES = 500;
export const SORTS: readonly { readonly order: PolicyOrder; readonly label: string }[] = [
  { order: 'published', label: '最新发布' },
  { order: 'issued', label: '成文日期由近到远' },
  { order: 'oldest', label: '成文日期由远到近' },
];

export function readQuestion(query: Readonly<Record<string, string>>): LibraryQuestion {
  const page = /^[1-9]\d{0,3}$/.test(query['page'] ?? '') ? Number(query['page']) : 1;
  const scope = query['scope'] === 'network' ? 'network' : 'site';
  return {
    scope,
    choice: Object.fromEntries(
      FACETS.flatMap((name) =>
        query[name] && (name !== 'site' || scope === 'network') ? [[name, query[name]]] : [],
      ),
    ),
    words: [...(query['q'] ?? '')].slice(0, MOST_WORDS).join(''),
    order: SORTS.find(({ order }) => order === query['sort'])?.order ?? 'published',
    page: Math.min(page, MOST_PAGES),
  };
}

export const isAsked = ({ scope, choice, words, order, page }: LibraryQuestion): boolean =>
  scope === 'network' || Object.keys(choice).length > 0 || words !== '' || order !== 'published' || page > 1;

/** The question as a query string, in one spelling. A changed question starts again at its first page. */
export function queryOf(question: LibraryQuestion, change: Partial<LibraryQuestion> = {}): string {
  const { scope, choice, words, order, page } = { ...question, page: 1, ...change };
  const pairs: [string, string][] = [
    ...(scope === 'network' ? ([['scope', scope]] as [string, string][]) : []),
    ...FACETS.flatMap((name): [string, string][] => (choice[name] ? [[name, choice[name]]] : [])),
    ...(words ? ([['q', words]] as [string, string][]) : []),
    ...(order === 'published' ? [] : ([['sort', order]] as [string, string][])),
    ...(page > 1 ? ([['page', String(page)]] as [string, string][]) : []),
  ];
  return pairs.length === 0
    ? ''
    : `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

export function withFacet(choice: Choice, name: FacetName, value: string | undefined): Choice {
  const { [name]: _before, ...rest } = choice;
  return value === undefined ? rest : { ...rest, [name]: value };
}
