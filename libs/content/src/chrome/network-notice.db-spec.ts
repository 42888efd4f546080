import { atSite, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { Audit, Db, OutboxRow, PurgeEntry, PurgeLog } from '@zhanqun/platform';
import { givenServices, type GivenServices } from '@zhanqun/given';
import { PublicSite } from '@zhanqun/theming';
import {
  MemorySiteDirectory,
  NetworkNotice,
  NetworkNoticeBoard,
  NetworkNoticeClock,
  NetworkNotices,
  Site,
} from '@zhanqun/tenancy';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const flood = { level: 1, title: '青峰水库泄洪', text: '请沿河群众立即转移到高处' } as const;

let services: GivenServices;
let portal: SiteRef;
let town: SiteRef;
let other: SiteRef;
beforeAll(async () => {
  services = await givenServices();
  portal = await services.given.portal();
  town = await services.given.site({ portal });
  other = await services.given.portal();
});
afterAll(() => services.close());

const notices = (): NetworkNotices => services.app.get(NetworkNotices);
const platform = (): StaffCtx => services.given.system;
const atPortal = (site = portal): StaffCtx => atSite(services.given.system, site);
const inHours = (hours: number): Date => new Date(services.clock.now().getTime() + hours * HOUR);
const stored = (id: number): Promise<NetworkNotice | null> =>
  services.app.get(Db).shared(platform(), NetworkNotice).findOne({ id });

/** Rows alone: what a notice needs of a site. */
async function fiveHundredSites(): Promise<void> {
  const rows = services.app.get(Db).shared(platform(), Site);
  const facts = { kind: 'unit', status: 'online', parentId: portal.id, portalId: portal.id } as const;
  await rows.saveAll(
    Array.from({ length: 500 }, (_, n) =>
      rows.build({
        key: `unit${n}`,
        name: `单位${n}`,
        shortName: `单位${n}`,
        ...facts,
        keywords: [],
        deregistrations: {},
      }),
    ),
  );
  await services.app.get(MemorySiteDirectory).refresh(platform());
}

async function home(site: SiteRef): Promise<string> {
  const { host, prefix } = site;
  const answer = await services.app
    .get(PublicSite)
    .handle({ method: 'GET', host, url: `${prefix}/`, headers: { host } });
  return (answer.body as Buffer).toString();
}

describe('应急横幅', () => {
  it('stands on every cached page of the network at once, with level, shape and link, and goes when taken down', async () => {
    const before = [await home(portal), await home(town), await home(other)];
    expect(before.join()).not.toContain('role="alert"');

    const banner = await notices().putUp(atPortal(), 'emergency', {
      ...flood,
      scope: 'network',
      url: 'https://yjt.example.gov.cn/flood?a=1&b=2',
    });

    for (const site of [portal, town]) {
      const page = await home(site);
      expect(page.match(/role="alert"/g)).toHaveLength(1);
      expect(page).toContain('Ⅰ级（红色）');
      expect(page).toContain('请沿河群众立即转移到高处');
      expect(page).toContain('href="https://yjt.example.gov.cn/flood?a=1&amp;b=2"');
      expect(page).toContain('css/notice.css');
    }
    expect(await home(other)).toBe(before[2]);

    await notices().takeDown(atPortal(), banner.id, banner.version);
    expect(await home(portal)).toBe(before[0]);
    expect(await home(town)).toBe(before[1]);
    expect((await stored(banner.id))?.history.map(({ did }) => did)).toEqual(['发布', '撤下']);
  });

  it('shows what is written in it and never runs it', async () => {
    const text = '<script>alert(1)</script>“引号”&';
    const wish = { ...flood, text, scope: 'sites', sites: [town.key] } as const;
    const banner = await notices().putUp(platform(), 'emergency', wish);

    expect(await home(town)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;“引号”&amp;');
    expect(banner.portalId).toBe(portal.id);
    await notices().takeDown(atPortal(), banner.id, banner.version);
  });

  it('moves with an edit from the sites it leaves to those it comes to', async () => {
    const wish = { ...flood, scope: 'sites', sites: [town.key] } as const;
    const banner = await notices().putUp(platform(), 'emergency', wish);
    expect(await home(town)).toContain('role="alert"');

    const moved = { ...wish, title: '泄洪结束', level: 3, sites: [portal.key, other.key] };
    const edited = await notices().edit(platform(), banner.id, banner.version, moved);

    expect(await home(town)).not.toContain('role="alert"');
    expect(await home(portal)).toContain('泄洪结束');
    expect(await home(other)).toContain('Ⅲ级（黄色）');
    await expect(notices().edit(platform(), banner.id, banner.version, wish)).rejects.toMatchObject({
      code: 'tenancy.networkNotice.stale',
    });
    // It concerns two networks now: none of their supervisors may touch it.
    await expect(notices().takeDown(atPortal(), banner.id, edited.version)).rejects.toMatchObject({
      code: 'tenancy.networkNotice.notFound',
    });
    await notices().takeDown(platform(), banner.id, edited.version);
    await expect(notices().takeDown(platform(), banner.id, edited.version + 1)).rejects.toMatchObject({
      code: 'tenancy.networkNotice.moveRefused',
    });
  });

  it('is for portals and the platform alone, each within its reach', async () => {
    const wish = { ...flood, scope: 'network' } as const;
    await expect(notices().putUp(atPortal(town), 'emergency', wish)).rejects.toMatchObject({
      code: 'tenancy.networkNotice.portalOnly',
    });
    await expect(notices().putUp(atPortal(), 'emergency', { ...wish, scope: 'all' })).rejects.toMatchObject({
      code: 'tenancy.networkNotice.outOfReach',
    });
    const elsewhere = { ...wish, scope: 'sites', sites: [town.key, other.key] } as const;
    await expect(notices().putUp(atPortal(), 'emergency', elsewhere)).rejects.toMatchObject({
      code: 'tenancy.networkNotice.sitesMissing',
      details: { sites: [other.key] },
    });
    const banner = await notices().putUp(atPortal(), 'emergency', wish);
    await expect(notices().get(atPortal(other), banner.id)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(notices().edit(atPortal(other), banner.id, banner.version, wish)).rejects.toMatchObject({
      kind: 'notFound',
    });
    const page = { page: 1, pageSize: 20 };
    expect((await notices().list(atPortal(other), { when: 'open' }, page)).total).toBe(0);
    expect((await notices().list(atPortal(), { when: 'open' }, page)).total).toBe(1);
    await notices().takeDown(atPortal(), banner.id, banner.version);
    expect((await notices().list(atPortal(), { when: 'open' }, page)).total).toBe(0);
  });

  it('is in the audit log, at the portal that put it up', async () => {
    const { items } = await services.app
      .get(Audit)
      .list(platform(), { siteId: portal.id, subject: 'NetworkNotice' }, { page: 1, pageSize: 50 });

    expect(items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['tenancy.networkNotice.putUp', 'tenancy.networkNotice.takenDown']),
    );
    expect(items.at(-1)?.summary).toContain('涉及 2 个站点');
  });
});

describe('到时开始和结束', () => {
  const grey = (html: string): boolean => html.includes('class="grey-day"');

  it('greys the network from its hour to its hour, even when jobs were missed or came twice', async () => {
    const clock = services.app.get(NetworkNoticeClock);
    const wish = {
      title: '国家公祭日',
      scope: 'network',
      startsAt: inHours(2),
      endsAt: inHours(26),
    } as const;
    const { id } = await notices().putUp(atPortal(), 'greyDay', wish);
    expect((await stored(id))?.state).toBe('planned');
    expect(grey(await home(town))).toBe(false);
    const jobs = (): Promise<OutboxRow[]> =>
      services.app
        .get(Db)
        .shared(platform(), OutboxRow)
        .find({ where: { kind: 'tenancy.networkNoticeDue' } });
    expect((await jobs()).at(-1)).toMatchObject({ runAfter: wish.startsAt, payload: { noticeId: id } });

    await clock.bring(platform(), id);
    expect((await stored(id))?.state).toBe('planned');

    services.clock.advance(2 * HOUR);
    await clock.bring(platform(), id);
    await clock.bring(platform(), id);
    expect(grey(await home(town))).toBe(true);
    expect(grey(await home(other))).toBe(false);
    expect((await stored(id))?.history.map(({ did }) => did)).toEqual(['安排', '按时开始']);
    expect((await jobs()).at(-1)).toMatchObject({ runAfter: wish.endsAt });

    services.clock.advance(24 * HOUR);
    expect(await clock.sweep(platform())).toBe(1);
    expect(grey(await home(town))).toBe(false);
    expect(await clock.sweep(platform())).toBe(0);
    expect((await stored(id))?.state).toBe('over');
  });

  it('reaches another process by the purge log', async () => {
    const board = new NetworkNoticeBoard(services.app.get(Db));
    await board.refresh(platform());
    expect(board.emergencyAt(town, services.clock.now())).toBeNull();
    const heard: string[] = [];
    const leave = services.app.get(PurgeLog).subscribe((tags) => void heard.push(...tags));

    const banner = await notices().putUp(platform(), 'emergency', { ...flood, scope: 'all' });

    leave();
    expect(heard).toContain('notices');
    await board.refresh(platform());
    expect(board.emergencyAt(other, services.clock.now())).toMatchObject({ level: 1, title: '青峰水库泄洪' });
    await notices().takeDown(platform(), banner.id, banner.version);
  });

  it('takes as many statements for five hundred sites as for three', async () => {
    const db = services.app.get(Db);
    const wish = { ...flood, scope: 'all' } as const;
    const few = await db.countStatements(
      async () => void (await notices().putUp(platform(), 'emergency', wish)),
    );
    await fiveHundredSites();

    const many = await db.countStatements(
      async () => void (await notices().putUp(platform(), 'emergency', wish)),
    );

    expect(many).toBeLessThanOrEqual(few);
    const entry = await db.shared(platform(), PurgeEntry).findOne({}, { order: { id: 'DESC' } });
    expect(entry?.tags.length).toBeGreaterThan(500);
  });
});
