import { DISCLOSURE_GUIDE, DISCLOSURE_LIST, DISCLOSURE_REPORT, DISCLOSURE_RULES } from '../texts/disclosure';
import { ORGANISATIONS } from '../county/organisations';
import { LIBRARIES } from '../county/libraries';
import { siteOf, type SiteKey } from '../county/sites';
import type { PageText } from '../texts/pages';
import type { Topic } from '../topics/topic';
import { compose } from './compose';
import { Filler, type Words } from './fill';
import { moments, type Span } from './moments';
import type { Piece } from './piece';
import { regularly, yearly, type Desk } from './desk';

/** What all articles of one channel have in common. */
export interface Series {
  readonly site: SiteKey;
  readonly channel: string;
  /** How many, spread over which span; or when exactly. */
  readonly when: (Span & { readonly count: number }) | readonly Date[];
  readonly topics: readonly Topic[];
  readonly source: string | ((words: Words) => string);
  readonly words: (at: Date, topic: Topic) => Words;
  readonly kind?: Piece['kind'];
  readonly importance?: Piece['importance'];
  readonly attachments?: readonly string[];
}

/** A channel filled with generated articles. */
export function series(desk: Desk, { when, words, ...wanted }: Series): Piece[] {
  const dates = 'count' in when ? moments(desk.now, desk.chance, when.count, when) : when;
  return dates.map((publishedAt, at) => {
    let used: Words = {};
    const text = desk
      .writer(wanted.site)
      .write(
        wanted.topics,
        publishedAt,
        (topic) => (used = { ...statisticsWords(publishedAt), ...words(publishedAt, topic) }),
      );
    return {
      ref: `${wanted.site}/${wanted.channel}/${at}`,
      site: wanted.site,
      channel: wanted.channel,
      kind: wanted.kind ?? 'news',
      title: text.title,
      body: text.body,
      source: typeof wanted.source === 'string' ? wanted.source : wanted.source(used),
      importance: wanted.importance ?? 'routine',
      publishedAt,
      ...(text.cover && LIBRARIES[wanted.site].includes(text.cover) ? { cover: text.cover } : {}),
      ...(wanted.attachments ? { attachments: wanted.attachments } : {}),
    };
  });
}

/** A single page written by hand. */
export function page(desk: Desk, site: SiteKey, { channel, title, body }: PageText, age: number): Piece {
  return {
    ref: `${site}/${channel}`,
    site,
    channel,
    kind: 'page',
    title: desk.writer(site).reserve(title),
    body: compose(body),
    source: officeOf(site),
    importance: 'general',
    publishedAt: desk.ago(age),
  };
}

/** 政府信息公开指南、制度、法定主动公开内容 and 年报: every site has them. */
export function disclosurePieces(desk: Desk, site: SiteKey): Piece[] {
  const writer = desk.writer(site);
  const source = officeOf(site);
  const words = officeWords(site);
  const guide = { channel: 'zfxxgk/gkzn', title: `${words.office}政府信息公开指南` };
  const filled = (text: string, at: Date, more: Words = {}) =>
    new Filler(desk.chance, { ...words, ...more }, at).fill(text);
  const piece = (channel: string, at: number, title: string, body: string, publishedAt: Date): Piece => ({
    ref: `${site}/${channel}/${at}`,
    site,
    channel,
    kind: 'news',
    title: writer.reserve(title),
    body: compose(body),
    source,
    importance: 'general',
    publishedAt,
  });

  const rules = DISCLOSURE_RULES.map(({ title, body }, at) => {
    const on = desk.ago(190 + at * 96);
    return piece('zfxxgk/gkzd', at, filled(title, on), filled(body, on), on);
  });
  const lists = regularly(desk, '10', 3, 4).map((on, at) => {
    const title = filled('{office}{year}年第{quarter}季度主动公开内容更新情况', on);
    return piece('zfxxgk/fdgk', at, title, filled(DISCLOSURE_LIST, on), on);
  });
  const reports = yearly(desk, '01-15', 18).map((on, at) => {
    const year = on.getUTCFullYear();
    const title = `${words.office}${year - 1}年政府信息公开工作年度报告`;
    const body = filled(DISCLOSURE_REPORT, on, { reportYear: `${year - 1}`, nextOfReport: `${year}` });
    return piece('zfxxgk/gknb', at, title, body, on);
  });
  const guideBody = filled(DISCLOSURE_GUIDE, desk.ago(210));
  const guidePage = {
    ...page(desk, site, { ...guide, body: guideBody }, 210),
    attachments: ['guideToApplying'],
  };
  return [guidePage, ...rules, ...lists, ...reports];
}

/** The office behind a site, as texts call it. */
export function officeWords(site: SiteKey): Words {
  const { sponsor, shortName } = siteOf(site);
  const { name, address, phone, leader } = organisationOf(sponsor);
  return {
    office: site === 'shifan' ? '示范县人民政府' : name,
    site: shortName,
    address,
    phone,
    head: leader,
  };
}

export const officeOf = (site: SiteKey): string => organisationOf(siteOf(site).sponsor).name;

function organisationOf(key: string): (typeof ORGANISATIONS)[number] {
  const found = ORGANISATIONS.find((organisation) => organisation.key === key);
  if (!found) throw new Error(`no organisation ${key}`);
  return found;
}

/** The month before the publication, and the months of its year up to it. */
function statisticsWords(at: Date): Words {
  const month = at.getUTCMonth() + 1;
  const year = at.getUTCFullYear();
  const last = month === 1 ? 12 : month - 1;
  return {
    statYear: String(month === 1 ? year - 1 : year),
    statMonth: String(last),
    statSpan: SPANS[last] ?? `1—${last}月`,
  };
}

const SPANS: Readonly<Record<number, string>> = {
  1: '1月',
  3: '一季度',
  6: '上半年',
  9: '前三季度',
  12: '全年',
};
