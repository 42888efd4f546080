import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { County, SITE_KEYS, SITES, type PageOf, type SiteKey } from '../support/county';
import { until } from '../support/until';

let county: County & { dataDir: string };

beforeAll(async () => {
  county = await County.open();
}, 240_000);
afterAll(() => county.close());

interface Notice {
  readonly id: number;
  readonly version: number;
  readonly state: string;
  readonly reach: { readonly count: number };
}

const PORTAL = '/sites/shifan/network-notices';
const flood = { kind: 'emergency', level: 1, title: '青峰水库今晚泄洪', text: '请沿河群众转移到高处' };

/** What a web server would show of a home page; empty when there is no file. */
function fileOf(site: SiteKey): string {
  const { host, prefix } = SITES[site];
  const file = join(county.dataDir, 'pages', host, prefix, 'index.html');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
const homes = async (): Promise<string[]> => {
  const pages: string[] = [];
  for (const site of SITE_KEYS) pages.push((await county.page(site, '/')).body);
  return pages;
};

describe('应急横幅', () => {
  it('is on every page and every page file of the network at once, and gone as fast', async () => {
    const before = await homes();
    await until(() => SITE_KEYS.every((site) => fileOf(site) !== ''), { within: 10_000, what: 'page files' });
    const supervisor = await county.desk('jianguan');

    const banner = await supervisor.post<Notice>(PORTAL, { ...flood, scope: 'network' });

    expect(banner).toMatchObject({ state: 'standing', reach: { count: SITE_KEYS.length } });
    expect(SITE_KEYS.filter((site) => fileOf(site) !== '' && !fileOf(site).includes(flood.title))).toEqual(
      [],
    );
    for (const page of await homes()) expect(page).toContain(flood.title);
    await until(() => SITE_KEYS.every((site) => fileOf(site).includes(flood.title)), { within: 10_000 });

    await supervisor.post(`${PORTAL}/${banner.id}/take-down`, { version: banner.version });

    expect(SITE_KEYS.filter((site) => fileOf(site).includes(flood.title))).toEqual([]);
    expect(await homes()).toEqual(before);
  });

  it('ends by itself when its time is over', async () => {
    const officer = await county.desk('sysadmin');
    const endsAt = new Date(Date.now() + 2_500).toISOString();
    const wish = { ...flood, scope: 'sites', sites: ['qingshui'], endsAt };
    const { id } = await officer.post<Notice>('/network-notices', wish);
    expect((await county.page('qingshui', '/')).body).toContain(flood.title);
    expect((await county.page('longtan', '/')).body).not.toContain(flood.title);

    const isOver = async (): Promise<boolean> =>
      !(await county.page('qingshui', '/')).body.includes(flood.title) &&
      !fileOf('qingshui').includes(flood.title);
    await until(isOver, { within: 12_000, every: 200 });

    expect(await officer.get<Notice>(`/network-notices/${id}`)).toMatchObject({ state: 'over' });
  });

  it('is not for those who run one site, nor for a portal beyond its network', async () => {
    const admin = await county.desk('qs-admin');
    const order = { ...flood, scope: 'network' };
    expect((await admin.ask('POST', '/sites/qingshui/network-notices', order)).status).toBe(403);
    expect((await admin.ask('POST', PORTAL, order)).status).toBe(404);
    expect((await admin.ask('GET', '/network-notices')).status).toBe(403);

    const supervisor = await county.desk('jianguan');
    expect((await supervisor.ask('POST', '/network-notices', { ...order, scope: 'all' })).status).toBe(403);
    expect((await supervisor.ask('POST', PORTAL, { ...order, scope: 'all' })).status).toBe(403);
    expect((await supervisor.ask('POST', '/sites/qingshui/network-notices', order)).status).toBe(403);
    const wrong = await supervisor.ask('POST', PORTAL, { kind: 'emergency', scope: 'network', level: 4 });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('标题须为 2 至 60 字');
    const week = await supervisor.ask('POST', PORTAL, { ...order, startsAt: '2026-W48-1' });
    expect(week.status).toBe(400);
    expect(week.body).toContain('开始时间格式不正确');
    expect((await supervisor.get<PageOf<Notice>>(`${PORTAL}?when=open`)).total).toBe(0);
  });
});
