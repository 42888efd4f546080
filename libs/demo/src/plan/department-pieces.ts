import { COUNTY_WORDS, OTHER_TOWNSHIPS, TOWNSHIPS, VILLAGERS } from '../county/places';
import { SITE_PAGES } from '../texts/pages-of-sites';
import { EDUCATION_NEWS, FINANCE_NEWS } from '../topics/department-news';
import { HEALTH_NEWS, LABOUR_NEWS } from '../topics/department-news-2';
import { LETTERS } from '../topics/everyday';
import { GRASSROOTS } from '../topics/grassroots';
import { DEPARTMENT_NOTICES } from '../topics/notices';
import { BUDGETS, DEPARTMENT_GUIDE, DEPARTMENT_GUIDES, TOPICS_OF_THE_YEAR } from '../topics/reports';
import type { Topic } from '../topics/topic';
import type { Words } from './fill';
import type { Piece } from './piece';
import type { Desk } from './desk';
import { disclosurePieces, officeOf, officeWords, page, series, type Series } from './shared-pieces';
import { townWords } from './town-words';

const NEWS = { czj: FINANCE_NEWS, jyj: EDUCATION_NEWS, wjw: HEALTH_NEWS, rsj: LABOUR_NEWS } as const;
type DepartmentKey = keyof typeof NEWS;
const TOWNS = [...Object.values(TOWNSHIPS), ...OTHER_TOWNSHIPS];

export const departmentPieces = (desk: Desk): Piece[] =>
  (Object.keys(NEWS) as DepartmentKey[]).flatMap((site, at) => piecesOf(desk, site, at));

function piecesOf(desk: Desk, site: DepartmentKey, at: number): Piece[] {
  const source = officeOf(site);
  const words = (): Words => ({
    ...COUNTY_WORDS,
    ...townWords(desk.chance.pick(TOWNS), desk.chance),
    ...officeWords(site),
    villager: desk.chance.pick(VILLAGERS),
  });
  const channel = (path: string, rest: Omit<Series, 'site' | 'channel' | 'words' | 'source'>): Piece[] =>
    series(desk, { site, channel: path, words, source, ...rest });
  const { units, topics } = GRASSROOTS[site];

  return [
    ...(SITE_PAGES[site] ?? []).map((text, age) => page(desk, site, text, 96 + at * 11 + age * 23)),
    ...channel('gzdt', { when: { count: 22, newest: at }, topics: NEWS[site] }),
    ...series(desk, {
      site,
      channel: 'gzdt/jcdt',
      when: { count: 11, newest: 2 + at },
      topics,
      words: () => ({ ...words(), unit: desk.chance.pick(units) }),
      source: ({ unit }) => unit as string,
    }),
    ...channel('tzgg', {
      when: { count: 10, newest: 5 + at * 3 },
      topics: DEPARTMENT_NOTICES[site],
      kind: 'notice',
    }),
    ...channel('zwgk/yjs', {
      when: { count: 3, newest: 30 + at * 4 },
      topics: BUDGETS,
      attachments: ['budgetTables'],
    }),
    ...guides(desk, site, words),
    ...channel('hdjl', { when: { count: 3, newest: 20 + at * 5 }, topics: lettersOf(site) }),
    ...channel('ztzl', { when: { count: 2, newest: 60 + at * 9 }, topics: TOPICS_OF_THE_YEAR }),
    ...disclosurePieces(desk, site),
  ];
}

function guides(desk: Desk, site: DepartmentKey, words: () => Words): Piece[] {
  return DEPARTMENT_GUIDES[site].map((item, at) => {
    const publishedAt = desk.ago(50 + at * 41);
    const text = desk.writer(site).write([DEPARTMENT_GUIDE], publishedAt, () => ({ ...words(), item }));
    return {
      ref: `${site}/bsfw/${at}`,
      site,
      channel: 'bsfw',
      kind: 'news',
      title: text.title,
      body: text.body,
      source: officeOf(site),
      importance: 'general',
      publishedAt,
      attachments: ['applicationForm'],
    };
  });
}

const LETTER_OF: Readonly<Record<DepartmentKey, string>> = {
  czj: 'farm',
  jyj: 'school',
  wjw: 'doctor',
  rsj: 'insurance',
};
const lettersOf = (site: DepartmentKey): readonly Topic[] =>
  LETTERS.filter((letter) => letter.key === LETTER_OF[site]);
