import { addDays, shanghaiDay } from '@zhanqun/kernel';
import { ACCOUNTS } from '../county/accounts';
import { SITES } from '../county/sites';
import { firstDay } from './moments';
import type { Piece } from './piece';
import { planCounty } from './plan';

const NOWS = [
  '2026-03-05T10:00:00+08:00',
  '2026-01-02T00:10:00+08:00',
  '2026-11-22T12:31:00+08:00',
  '2027-02-28T23:59:00+08:00',
  '2028-02-29T08:00:00+08:00',
  '2026-10-04T05:00:00+08:00',
];

describe.each(NOWS)('the demonstration county seen from %s', (text) => {
  const now = new Date(text);
  const pieces = planCounty(now);
  const policies = pieces.filter(({ kind }) => kind === 'policyDocument');

  it('has a county to show: eight sites, twenty people, more than six hundred articles', () => {
    expect(SITES).toHaveLength(8);
    expect(ACCOUNTS).toHaveLength(20);
    expect(pieces.length).toBeGreaterThanOrEqual(600);
    expect(new Set(pieces.map(({ ref }) => ref)).size).toBe(pieces.length);
  });

  it('dates everything within the last eighteen months and nothing after now', () => {
    const first = firstDay(now);
    for (const { publishedAt, title } of pieces) {
      expect([title, publishedAt <= now && shanghaiDay(publishedAt) >= first]).toEqual([title, true]);
    }
  });

  it('has no two equal titles on one site, and none longer than the form allows', () => {
    for (const { key } of SITES) {
      const titles = pieces.filter(({ site }) => site === key).map(({ title }) => title);
      expect(titles.length - new Set(titles).size).toBe(0);
      expect(titles.filter((title) => title.length > 80)).toEqual([]);
    }
  });

  it('leaves no blank unfilled and no text thin', () => {
    const wrong = pieces.filter(
      ({ title, body }) =>
        /[{}]|undefined/.test(`${title}${body}`) || body.replace(/<[^>]*>/g, '').length < 80,
    );
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });

  it('numbers every policy document in the official form, each number once', () => {
    const numbers = policies.map(({ facts }) => facts?.documentNumber ?? '');
    expect(policies.length).toBeGreaterThanOrEqual(20);
    expect(
      numbers.filter((number) => !/^[\p{Script=Han}]+(〔20\d\d〕[1-9]\d*|令第[1-9]\d*)号$/u.test(number)),
    ).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { facts, publishedAt } of policies) {
      expect((facts?.issuedOn ?? '') <= shanghaiDay(publishedAt)).toBe(true);
    }
  });

  it('explains policy documents of the same site, after they were published', () => {
    const interpretations = pieces.filter(({ kind }) => kind === 'interpretation');
    expect(interpretations.length).toBeGreaterThanOrEqual(12);
    for (const { interprets, site, publishedAt } of interpretations) {
      const document = policies.find(({ ref }) => ref === interprets) as Piece;
      expect(document.site).toBe(site);
      expect(publishedAt >= document.publishedAt).toBe(true);
    }
    const successors = policies.filter(({ facts }) => facts?.successor);
    expect(successors.length).toBeGreaterThan(0);
    for (const { facts } of successors) expect(policies.map(({ ref }) => ref)).toContain(facts?.successor);
  });

  it('keeps every news channel fresh except that of 清水镇, and leaves one channel of 龙潭镇 blank', () => {
    const newest = (site: string, channel: string): string =>
      pieces
        .filter((piece) => piece.site === site && piece.channel === channel)
        .map(({ publishedAt }) => shanghaiDay(publishedAt))
        .reduce((one, other) => (one > other ? one : other), '');
    const tenDaysAgo = addDays(shanghaiDay(now), -10);
    const news: [string, string][] = [
      ...['xwzx/zwyw', 'xwzx/bmdt', 'xwzx/xzdt'].map((path): [string, string] => ['shifan', path]),
      ...['czj', 'jyj', 'wjw', 'rsj'].flatMap((site): [string, string][] => [
        [site, 'gzdt'],
        [site, 'gzdt/jcdt'],
      ]),
      ['longtan', 'xzdt'],
      ['hexi', 'xzdt'],
    ];

    for (const [site, channel] of news) {
      expect([site, channel, newest(site, channel) >= tenDaysAgo]).toEqual([site, channel, true]);
    }
    expect(newest('qingshui', 'xzdt') < addDays(shanghaiDay(now), -14)).toBe(true);
    expect(newest('longtan', 'hdjl')).toBe('');
  });
});

describe('the plan', () => {
  it('is the same on every machine', () => {
    const now = new Date(NOWS[0] as string);
    expect(planCounty(now)).toEqual(planCounty(now));
  });
});
