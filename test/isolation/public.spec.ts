import { Readable } from 'node:stream';
import { articlePath } from '@zhanqun/content';
import type { SiteRef } from '@zhanqun/kernel';
import { PublicSite } from '@zhanqun/theming';
import { givenServices, type GivenServices } from '../support/given';
import { MARK, neighbourhood, type Neighbourhood, type Victim } from './neighbours';

jest.setTimeout(600_000);

let house: GivenServices;
let around: Neighbourhood;
beforeAll(async () => {
  house = await givenServices();
  around = await neighbourhood(house.given);
});
afterAll(() => house.close());

interface Page {
  readonly status: number;
  readonly text: string;
}

/** What a citizen gets at an address below a site. */
async function read(site: SiteRef, path: string, host = site.host): Promise<Page> {
  const request = { method: 'GET', host, url: `${site.prefix}${path}`, headers: {} };
  const { status, body } = await house.app.get(PublicSite).handle(request);
  if (!(body instanceof Readable)) return { status, text: body?.toString() ?? '' };
  return { status, text: Buffer.concat(await body.toArray()).toString('latin1') };
}

const pathOf = (victim: Victim, nth: number): string => {
  const article = victim.articles[nth];
  return articlePath({ id: article?.id ?? 0, publishedAt: article?.publishedAt ?? house.clock.now() });
};

describe('public pages of a site', () => {
  it('show an article of the site itself', async () => {
    for (const victim of around.victims) {
      const published = victim.articles.findIndex(({ state }) => state === 'published');

      const page = await read(victim.site, pathOf(victim, published));

      expect([page.status, page.text.includes(MARK)]).toEqual([200, true]);
    }
  });

  it('answer for an article of another site as for one that never was', async () => {
    for (const { intruder, victim } of around.pairs) {
      const nowhere = await read(intruder.site, '/art/202603/2000000000.html');
      expect(nowhere.status).toBe(404);
      for (const nth of victim.articles.keys())
        expect(await read(intruder.site, pathOf(victim, nth))).toEqual(nowhere);
    }
  });

  it('answer for a file of another site as for one that never was', async () => {
    for (const { intruder, victim } of around.pairs) {
      const file = String(victim.rows.file[0]);
      const nowhere = await read(intruder.site, `/_files/${file.replace(/\/[\da-f]{8}/, '/00000000')}`);

      expect(await read(intruder.site, `/_files/${file}`)).toEqual(nowhere);
      expect(nowhere.status).toBe(404);
    }
  });

  it('do not show a file before a published article shows it', async () => {
    for (const { site, rows } of around.victims)
      expect((await read(site, `/_files/${String(rows.file[0])}`)).status).toBe(404);
  });

  it('do not mix sites with equal channels, whoever is read first', async () => {
    const paths = ['/', '/xzdt/', '/xwzx/zwyw/', '/tzgg/', '/zwgk/', '/zwgk/zcwj/', '/sitemap/'];
    for (const { site } of around.victims) for (const path of paths) await read(site, path);

    for (const { site } of around.intruders)
      for (const path of paths) {
        const page = await read(site, path);

        expect([path, page.text.includes(MARK)]).toEqual([path, false]);
      }
  });

  it('do not lead to another site by its prefix under a foreign host', async () => {
    for (const { intruder, victim } of around.pairs) {
      if (intruder.site.host === victim.site.host) continue;
      const published = victim.articles.findIndex(({ state }) => state === 'published');
      const nowhere = await read(victim.site, '/art/202603/2000000000.html', intruder.site.host);

      expect(nowhere.status).toBe(404);
      expect(await read(victim.site, pathOf(victim, published), intruder.site.host)).toEqual(nowhere);
    }
  });

  it('never show what is not published', async () => {
    for (const victim of around.victims)
      for (const [nth, { state, title }] of victim.articles.entries()) {
        if (state === 'published') continue;
        const page = await read(victim.site, pathOf(victim, nth));

        expect([state, page.text.includes(title)]).toEqual([state, false]);
        expect([404, 410]).toContain(page.status);
      }
  });
});
