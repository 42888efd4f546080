import { atSite, type SiteRef } from '@zhanqun/kernel';
import { givenServices, type GivenServices } from '@zhanqun/given';
import { PublicSite, ThemeSettings } from '@zhanqun/theming';
import { Settings, SiteAddresses, SiteLifecycle, siteNotice } from '@zhanqun/tenancy';

let services: GivenServices;

beforeAll(async () => {
  services = await givenServices();
});
afterAll(() => services.close());

async function page({ host, prefix }: SiteRef, path = '/'): Promise<string> {
  const request = { method: 'GET', host, url: prefix + path, headers: { host } };
  return ((await services.app.get(PublicSite).handle(request)).body as Buffer).toString();
}

describe('页面公告条', () => {
  it('stands above every page of the portal and the sites below it as soon as it is set', async () => {
    const { given, app } = services;
    const portal = await given.portal();
    const town = await given.site({ portal });
    expect(await page(town)).not.toContain('今晚停机维护');

    await app.get(Settings).set(given.at(portal), siteNotice, '今晚停机维护，预计一小时');

    expect(await page(portal)).toContain('今晚停机维护');
    expect(await page(town)).toContain('今晚停机维护');
  });
});

describe('临时下线和关停的公告', () => {
  it('stands on the home page of the portal as long as a site below is away or closing', async () => {
    const { given, app } = services;
    const portal = await given.portal();
    const [away, closing] = [await given.site({ portal }), await given.site({ portal })];
    const at = (site: SiteRef) => atSite(given.system, site);
    const moves = app.get(SiteLifecycle);
    expect(await page(portal)).not.toContain('网站变更公告');

    await moves.suspend(at(away), { reason: '系统升级', until: '2026-03-20' });
    await moves.announceClosing(at(closing), { reason: '机构改革', destination: '县门户“住建”频道' });

    const home = await page(portal);
    expect(home).toContain(`${away.name}网站临时下线，计划于2026-03-20前恢复。`);
    expect(home).toContain(`${closing.name}网站正在公示关停，内容已迁移至县门户“住建”频道。`);
    expect(await page(portal, '/sitemap/')).not.toContain('网站变更公告');
    await moves.resume(at(away));
    expect(await page(portal)).not.toContain('临时下线');
  });
});

describe('域名变更的公告', () => {
  it('stands on the home page while the former address leads on', async () => {
    const { given, app } = services;
    const portal = await given.portal();
    const now = { host: `new-${portal.host}`, prefix: '', isCanonical: true };
    const former = { host: portal.host, prefix: '', redirectUntil: '2026-06-05' };
    await app.get(SiteAddresses).replace(given.at(portal), [now, former]);
    const moved = { ...portal, host: now.host };

    expect(await page(moved)).toContain(`原域名 ${portal.host} 使用至2026-06-05`);

    services.clock.advance(100 * 24 * 3_600_000);
    await app.get(PublicSite).purgeEverything();
    expect(await page(moved)).not.toContain('网站变更公告');
  });
});

describe('页脚', () => {
  it('says whose the page is, how it is seen best and which governments stand above the portal', async () => {
    const { given, app } = services;
    const portal = await given.portal();
    const settings = {
      browserNote: '建议使用国产浏览器',
      upperSites: [{ label: '示范市人民政府', url: 'https://www.shi.example.gov.cn/' }],
    };
    await app.get(ThemeSettings).save(given.at(portal), { name: portal.theme, settings });

    const footer = /<footer class="site-footer">[\s\S]*<\/footer>/.exec(await page(portal))?.[0] ?? '';
    expect(footer).toMatch(/<span>版权所有：[^<]+<\/span><span>建议使用国产浏览器<\/span>/);
    expect(footer).toMatch(/<span>上级网站<\/span><a href="https:\/\/www\.shi\.example\.gov\.cn\/">示范市/);
  });
});
