import fc from 'fast-check';
import { Logger } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Asks, Page, raw, view, type Asked, type PageFrame, type PageResult } from '../page/page';
import { site, smallNetwork } from '../testing/small-network';

beforeAll(() => Logger.overrideLogger(false));

const SLUGS = ['tzgg', 'zwgk', 'zwgk/tzgg', 'p2', 'x.html', '_files'];

/** Says what it was asked, so that an answer to another question is seen. */
@Asks({ query: ['q', 'page'], perMinute: 1_000_000 })
@Page('/asking/')
class AskingPage {
  load({ site: own }: SiteCtx, _params: object, _frame: PageFrame, { query }: Asked): Promise<PageResult> {
    const page = { title: '查询', tags: [], breadcrumb: [] };
    const text = `${own.key} 问${query.q ?? ''}，第${query.page ?? '1'}页`;
    return Promise.resolve(view('pages/home.njk', { text }, { tags: ['asking'], ttlSeconds: 600, page }));
  }
}

let tokens = 0;

/** What is made for one person: a form's token, or whatever a page says `no-store` of. */
@Page('/mine/')
class OwnPage {
  load(): Promise<PageResult> {
    tokens += 1;
    const headers = { 'Cache-Control': 'no-store' };
    return Promise.resolve(
      raw('text/plain', Buffer.from(`令牌${tokens}`), { tags: ['mine'], ttlSeconds: 600, headers }),
    );
  }
}

/** Sites with the same slugs and, channel by channel, the same ids: only the site tells them apart. */
const network = smallNetwork({
  sites: [
    site(1, 'portal'),
    site(2, 'hexi', { host: 'portal.localhost', prefix: '/hexi' }),
    site(3, 'qingshui'),
    site(4, 'deep', { host: 'qingshui.localhost', prefix: '/zwgk/deep' }),
  ],
  limits: { bytes: 300_000 },
  pages: () => [new AskingPage(), new OwnPage()],
});
for (const { key } of network.directory.sites)
  SLUGS.forEach(
    (slug, id) => (network.store.channels[`${key}/${slug}`] = { id, name: `${key}|${slug}`, titles: [] }),
  );

const host = fc.constantFrom(
  'portal.localhost',
  'PORTAL.localhost:8080',
  'qingshui.localhost',
  'evil.example',
  '',
);
const segment = fc.constantFrom(
  'zh-hant',
  'asking',
  'mine',
  'tzgg',
  'zwgk',
  'hexi',
  'deep',
  'p2',
  'x.html',
  '%2e%2e',
  '..',
  '',
  '%',
  'TZGG',
  '%74zgg',
  '\0',
);
const path = fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
const closed = fc.tuple(
  path,
  fc.constantFrom(
    '',
    '/',
    '?x=1',
    '/?x=1#y',
    '/?q=%E5%8C%BB',
    '/?q=%E4%BF%9D',
    '/?utm=1&q=%E5%8C%BB&session=abc',
    '/?page=2&q=%e5%8c%bb',
    '/?q=%E5%8C%BB&page=2&q=%E4%BF%9D',
  ),
);
const headers = fc.record(
  {
    cookie: fc.constantFrom('zq_session=abc', 'a=b'),
    authorization: fc.constant('Bearer x'),
    'x-forwarded-host': fc.constantFrom('qingshui.localhost', 'evil.example'),
    'accept-encoding': fc.constantFrom('br', 'gzip', '*', 'br;q=0, gzip;q=0.1', 'identity'),
  },
  { requiredKeys: [] },
);

/** What the page says when it understood that query: the first of each name, nothing else. */
function questionIn(url: string): string {
  const asked = new URLSearchParams(url.split('?')[1]?.split('#')[0] ?? '');
  return `问${asked.get('q') ?? ''}，第${asked.get('page') ?? '1'}页`;
}

describe('页面缓存 under random requests', () => {
  it('gives one output for one host and path, whatever else is sent, and never another site’s', async () => {
    const seen = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(
        host,
        closed,
        headers,
        fc.constantFrom('GET', 'HEAD'),
        fc.nat(40),
        async (name, [start, end], sent, method, dice) => {
          if (dice === 0) await network.publicSite.purge([`channel:${dice % SLUGS.length}`, 'site:1:chrome']);
          const url = start + end;
          const { status, body, headers: answered } = await network.get(name, url, { method, headers: sent });
          expect([200, 301, 400, 404, 421]).toContain(status);
          expect(answered).not.toHaveProperty('Set-Cookie');
          if (status === 421) expect(['evil.example', '']).toContain(name);
          if (answered.Location) expect(answered.Location).toMatch(/^\/(?!\/)/);
          if (status !== 200 || method === 'HEAD' || answered['Content-Encoding']) return;
          const text = String(body as Buffer);
          const { path: below, site: own } = network.directory.match(name, url.split('?')[0] as string) as {
            path: string;
            site: { key: string };
          };
          if (below === '/mine/') {
            expect(text).toBe(`令牌${tokens}`);
            return;
          }
          expect(text).toContain(own.key);
          const isTraditional = below.startsWith('/zh-hant/');
          expect(text).toContain(`lang="zh-${isTraditional ? 'Hant' : 'CN'}"`);
          expect(text).toContain(isTraditional ? '网站'.replace('网', '網') : '网站');
          const question = /^(?:\/zh-hant)?\/asking\/$/.test(below) ? questionIn(url) : '';
          if (question)
            expect(text).toContain(
              isTraditional ? question.replace('问', '問').replace('页', '頁').replace('医', '醫') : question,
            );
          const key = `${own.key} ${below}${question}`;
          expect(seen.get(key) ?? text).toBe(text);
          seen.set(key, text);
        },
      ),
      { numRuns: 10_000 },
    );

    expect(seen.size).toBeGreaterThan(15);
    const owners = new Map<string, Set<string>>();
    for (const [key, text] of seen)
      owners.set(text, (owners.get(text) ?? new Set()).add(key.split(' ')[0] as string));
    for (const sites of owners.values()) expect(sites.size).toBe(1);
  }, 60_000);
});
