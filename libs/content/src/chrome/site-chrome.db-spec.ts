import { givenServices, type GivenServices } from '@zhanqun/given';
import { PublicSite } from '@zhanqun/theming';
import { Settings, siteNotice } from '@zhanqun/tenancy';

describe('页面公告条', () => {
  let services: GivenServices;

  beforeAll(async () => {
    services = await givenServices();
  });
  afterAll(() => services.close());

  it('stands above every page of the portal and the sites below it as soon as it is set', async () => {
    const { given, app } = services;
    const portal = await given.portal();
    const town = await given.site({ portal });
    const home = async (path: string): Promise<string> => {
      const host = portal.host;
      const answer = await app.get(PublicSite).handle({ method: 'GET', host, url: path, headers: { host } });
      return (answer.body as Buffer).toString();
    };
    expect(await home(`${town.prefix}/`)).not.toContain('今晚停机维护');

    await app.get(Settings).set(given.at(portal), siteNotice, '今晚停机维护，预计一小时');

    expect(await home('/')).toContain('今晚停机维护');
    expect(await home(`${town.prefix}/`)).toContain('今晚停机维护');
  });
});
