import { networkOf, VISIT_LIMITS, VisitLimits, visitorHash } from './visit-limits';
import { visitedPage } from './visited-page';

const KEY = Buffer.alloc(32, 1);
const NOON = Date.parse('2026-03-02T12:00:00+08:00');
const MINUTE = 60_000;

describe('访问频率', () => {
  it('of one address with ever new browsers is bounded, by page and altogether', () => {
    const limits = new VisitLimits();
    const counted = Array.from({ length: 300 }, (_, nth) =>
      limits.allows({ address: '10.0.0.1', userAgent: `browser ${nth}` }, '1/home/0', KEY, NOON),
    );

    expect(counted.filter(Boolean).length).toBe(60);
  });

  it('of a visitor is bounded for the day, however slowly he goes', () => {
    const limits = new VisitLimits();
    let counted = 0;
    for (let nth = 0; nth < 3_000; nth += 1) {
      const page = `1/article/${nth}`;
      const at = NOON + Math.floor(nth / 50) * MINUTE;
      if (limits.allows({ address: '10.0.0.1', userAgent: 'browser' }, page, KEY, at)) counted += 1;
    }

    expect(counted).toBe(VISIT_LIMITS.find(({ by, within }) => by === 'visitor' && within === 'day')?.most);
  });

  it('is judged anew each minute and each day', () => {
    const limits = new VisitLimits();
    const reload = (at: number, key = KEY): boolean =>
      limits.allows({ address: '10.0.0.1', userAgent: 'browser' }, '1/home/0', key, at);
    while (reload(NOON));

    expect(reload(NOON + MINUTE)).toBe(true);
  });

  it('leaves other visitors alone after a hundred thousand made-up ones', () => {
    const limits = new VisitLimits();
    for (let nth = 0; nth < 20_000; nth += 1)
      limits.allows({ address: `10.${nth >> 8}.${nth & 255}.7`, userAgent: 'flood' }, '1/home/0', KEY, NOON);

    expect(limits.allows({ address: '192.0.2.1', userAgent: 'browser' }, '1/home/0', KEY, NOON)).toBe(true);
  });
});

describe('访客', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:bbbb::9', '2001:db8:1:2::/64'],
    ['not an address', 'not an address'],
  ])('at %s is one of %s', (address, network) => expect(networkOf(address)).toBe(network));

  it('is another one with another browser, another address or on another day', () => {
    const hashes = [
      visitorHash({ address: '192.0.2.7', userAgent: 'a' }, KEY),
      visitorHash({ address: '192.0.2.7', userAgent: 'b' }, KEY),
      visitorHash({ address: '192.0.2.8', userAgent: 'a' }, KEY),
      visitorHash({ address: '192.0.2.7', userAgent: 'a' }, Buffer.alloc(32, 2)),
    ].map((hash) => hash.toString('hex'));

    expect(new Set(hashes).size).toBe(4);
  });
});

describe('页面', () => {
  it.each([
    ['home', undefined, { kind: 'home', subjectId: 0 }],
    ['article', '7', { kind: 'article', subjectId: 7 }],
    ['topic', '3', { kind: 'topic', subjectId: 3 }],
    ['article', undefined, null],
    ['home', '7', null],
    ['console', undefined, null],
  ])('%s %s is %p', (kind, id, page) => expect(visitedPage(kind, id)).toEqual(page));
});
