import { daysBetween, shanghaiDay } from '@zhanqun/kernel';
import { COUNTY_WORDS, DEPARTMENTS, OTHER_TOWNSHIPS, TOWNSHIPS, VILLAGERS } from '../county/places';
import { GUIDES, PORTAL_PAGES } from '../texts/pages';
import { COUNTY_NEWS } from '../topics/county-news';
import { EDUCATION_NEWS, FINANCE_NEWS } from '../topics/department-news';
import { HEALTH_NEWS, LABOUR_NEWS, OTHER_DEPARTMENT_NEWS } from '../topics/department-news-2';
import {
  COUNTY_SERVICES,
  INTERVIEWS,
  LETTERS,
  RESPONSES,
  SERVICE_STATISTICS,
  STATISTICS,
} from '../topics/everyday';
import { COUNTY_NOTICES } from '../topics/notices';
import {
  BUDGETS,
  CONSULTATIONS,
  EMERGENCY,
  PERSONNEL,
  PLANS,
  STATISTICAL_BULLETIN,
  TOPICS_OF_THE_YEAR,
  WEBSITE_STATEMENT,
} from '../topics/reports';
import { SPECIAL_TOPICS } from '../topics/special';
import type { Topic } from '../topics/topic';
import { TOWNSHIP_NEWS } from '../topics/township-news';
import { compose } from './compose';
import type { Words } from './fill';
import { firstDay } from './moments';
import type { Piece } from './piece';
import { regularly, yearly, type Desk } from './desk';
import { townWords } from './town-words';
import { disclosurePieces, officeWords, page, series, type Series } from './shared-pieces';

const SITE = 'shifan';
const NEWSROOM = '示范县融媒体中心';
const OFFICE = '示范县人民政府办公室';
const DATA_CENTRE = '示范县大数据中心';
const STATISTICIANS = '示范县统计局';
const TOWNS = [...Object.values(TOWNSHIPS), ...OTHER_TOWNSHIPS];

export function portalPieces(desk: Desk): Piece[] {
  const words = (): Words => ({
    ...COUNTY_WORDS,
    ...townWords(desk.chance.pick(TOWNS), desk.chance),
    office: officeWords(SITE).office as string,
    villager: desk.chance.pick(VILLAGERS),
  });
  const channel = (path: string, rest: Omit<Series, 'site' | 'channel' | 'words'>): Piece[] =>
    series(desk, { site: SITE, channel: path, words, ...rest });

  return [
    ...PORTAL_PAGES.map((text, at) => page(desk, SITE, text, 120 + at * 17)),
    ...countyNews(desk, words),
    ...departmentNews(desk, words),
    ...series(desk, {
      site: SITE,
      channel: 'xwzx/xzdt',
      when: { count: 28, newest: 2 },
      topics: TOWNSHIP_NEWS,
      words,
      source: ({ town }) => `${town}人民政府`,
    }),
    ...channel('tzgg', {
      when: { count: 28, newest: 3 },
      topics: COUNTY_NOTICES,
      source: OFFICE,
      kind: 'notice',
    }),
    ...channel('zwgk/hygq', { when: { count: 4, newest: 30 }, topics: RESPONSES, source: OFFICE }),
    ...channel('zwgk/ghjh', { when: { count: 3, newest: 70 }, topics: PLANS, source: OFFICE }),
    ...channel('zwgk/czyjs', {
      when: { count: 4, newest: 26 },
      topics: BUDGETS,
      source: '示范县财政局',
      attachments: ['budgetTables'],
    }),
    ...channel('zwgk/rsrm', {
      when: { count: 5, newest: 18 },
      topics: PERSONNEL,
      source: '示范县人力资源和社会保障局',
    }),
    ...channel('zwgk/yjgl', {
      when: { count: 4, newest: 12 },
      topics: EMERGENCY,
      source: '示范县应急管理局',
    }),
    ...channel('bsfw/bmfw', { when: { count: 7, newest: 4 }, topics: COUNTY_SERVICES, source: DATA_CENTRE }),
    ...channel('bsfw/bstj', {
      when: regularly(desk, '08', 1, 8),
      topics: [SERVICE_STATISTICS],
      source: DATA_CENTRE,
    }),
    ...channel('hdjl/lxxd', { when: { count: 11, newest: 6 }, topics: LETTERS, source: DATA_CENTRE }),
    ...channel('hdjl/yjzj', {
      when: { count: 4, newest: 21 },
      topics: CONSULTATIONS,
      source: OFFICE,
      kind: 'notice',
    }),
    ...channel('hdjl/zxft', { when: { count: 3, newest: 40 }, topics: INTERVIEWS, source: DATA_CENTRE }),
    ...channel('sjfb/tjsj', {
      when: regularly(desk, '18', 1, 14),
      topics: [STATISTICS],
      source: STATISTICIANS,
    }),
    ...channel('ztzl', { when: { count: 4, newest: 35 }, topics: TOPICS_OF_THE_YEAR, source: NEWSROOM }),
    ...SPECIAL_TOPICS.flatMap(({ path, topics }, at) =>
      channel(`ztzl/${path}`, { when: regularly(desk, `${24 - at * 5}`, 1, 5), topics, source: NEWSROOM }),
    ),
    ...guides(desk),
    ...onceAYear(desk, '01-20', STATEMENT, words),
    ...onceAYear(desk, '03-28', BULLETIN, words),
    ...disclosurePieces(desk, SITE),
  ];
}

const STATEMENT = { channel: 'ztzl/wzbb', topic: WEBSITE_STATEMENT, source: DATA_CENTRE };
const BULLETIN = { channel: 'sjfb/tjgb', topic: STATISTICAL_BULLETIN, source: STATISTICIANS };

function countyNews(desk: Desk, words: () => Words): Piece[] {
  const first = firstDay(desk.now);
  return series(desk, {
    site: SITE,
    channel: 'xwzx/zwyw',
    when: { count: 54, newest: 0 },
    topics: COUNTY_NEWS,
    importance: 'important',
    source: NEWSROOM,
    words: (at) => ({
      ...words(),
      meeting: String(38 + Math.floor(daysBetween(first, shanghaiDay(at)) / 13)),
    }),
  });
}

/** 部门动态: the four departments with a site of their own, and those without. */
function departmentNews(desk: Desk, words: () => Words): Piece[] {
  const voices = new Map<Topic, { readonly name: string; readonly head: string }>();
  for (const [key, topics] of Object.entries({
    czj: FINANCE_NEWS,
    jyj: EDUCATION_NEWS,
    wjw: HEALTH_NEWS,
    rsj: LABOUR_NEWS,
  })) {
    const { name, head } = DEPARTMENTS[key as keyof typeof DEPARTMENTS];
    topics.forEach((topic) => voices.set(topic, { name, head }));
  }
  OTHER_DEPARTMENT_NEWS.forEach((topic) => voices.set(topic, { name: topic.dept, head: '' }));
  return series(desk, {
    site: SITE,
    channel: 'xwzx/bmdt',
    when: { count: 30, newest: 1 },
    topics: [...voices.keys()],
    words: (_at, topic) => {
      const voice = voices.get(topic);
      return { ...words(), dept: voice?.name ?? '', head: voice?.head ?? '' };
    },
    source: ({ dept }) => `示范${dept}`,
  });
}

function guides(desk: Desk): Piece[] {
  return GUIDES.map(({ title, body }, at) => ({
    ref: `${SITE}/bsfw/bszn/${at}`,
    site: SITE,
    channel: 'bsfw/bszn',
    kind: 'news',
    title: desk.writer(SITE).reserve(title),
    body: compose(body),
    source: DATA_CENTRE,
    importance: 'general',
    publishedAt: desk.ago(40 + at * 31),
    cover: 'hall',
    attachments: ['applicationForm'],
  }));
}

function onceAYear(
  desk: Desk,
  monthAndDay: string,
  { channel, topic, source }: { channel: string; topic: Topic; source: string },
  words: () => Words,
): Piece[] {
  return yearly(desk, monthAndDay, 18).map((publishedAt, at) => {
    const reportYear = String(publishedAt.getUTCFullYear() - 1);
    const text = desk.writer(SITE).write([topic], publishedAt, () => ({ ...words(), reportYear }));
    return {
      ref: `${SITE}/${channel}/${at}`,
      site: SITE,
      channel,
      kind: 'news',
      title: text.title,
      body: text.body,
      source,
      importance: 'general',
      publishedAt,
    };
  });
}
