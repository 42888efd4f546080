import { CitizenServer, PageRenderer, homeTag, siteTag } from '@zhanqun/theming';
import { SiteDirectory } from '@zhanqun/platform';
import { Citizens } from '../support/citizens';
import { SITES } from '../support/county';
import { visit, type Answer } from '../support/visitor';

const READERS = 500;

let citizens: Citizens;
let port: number;
let siteId: number;

beforeAll(async () => {
  citizens = await Citizens.open();
  port = await citizens.app.get(CitizenServer).listen('127.0.0.1', 0);
  const directory = citizens.app.get<SiteDirectory>(SiteDirectory as never, { strict: false });
  siteId = directory.byKey('shifan')?.id ?? 0;
}, 240_000);
afterAll(async () => {
  await citizens.app.get(CitizenServer).close();
  await citizens.close();
});

/** Counts how often each template is rendered while `work` runs. */
async function renders(work: () => Promise<void>): Promise<string[]> {
  const rendered: string[] = [];
  const renderer = citizens.app.get(PageRenderer);
  const spy = jest.spyOn(renderer, 'render');
  try {
    await work();
    for (const [, view] of spy.mock.calls) rendered.push(view.template);
    return rendered;
  } finally {
    spy.mockRestore();
  }
}

const everybody = (path: string): Promise<Answer[]> =>
  Promise.all(Array.from({ length: READERS }, () => visit(port, SITES.shifan.host, path)));

describe('蜂拥而至', () => {
  it('renders a purged home page once for five hundred readers', async () => {
    await visit(port, SITES.shifan.host, '/');
    await citizens.site.purge([homeTag(siteId)]);
    let answers: Answer[] = [];

    const rendered = await renders(async () => {
      answers = await everybody('/');
    });

    expect(rendered).toEqual(['pages/home.njk']);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  it('renders it at most once a purge while they keep coming and it is purged again and again', async () => {
    const PURGES = 10;
    const statuses = new Set<number>();
    let isOver = false;

    const rendered = await renders(async () => {
      const readers = Array.from({ length: READERS }, async () => {
        do statuses.add((await visit(port, SITES.shifan.host, '/')).status);
        while (!isOver);
      });
      for (let purge = 0; purge < PURGES; purge += 1) {
        await citizens.site.purge([homeTag(siteId)]);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      isOver = true;
      await Promise.all(readers);
    });

    expect(statuses).toEqual(new Set([200]));
    expect(rendered.length).toBeGreaterThan(0);
    expect(rendered.length).toBeLessThanOrEqual(PURGES + 1);
  });

  it('makes the frame of a site once when the whole site is purged under different pages', async () => {
    await visit(port, SITES.shifan.host, '/');
    await citizens.site.purge([siteTag(siteId)]);
    const statements = await citizens.db.countStatements(async () => {
      const answers = await everybody('/');
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    });

    // One home page with its frame, however many asked.
    expect(statements).toBeLessThanOrEqual(12);
  });

  it('asks once for an address that does not exist', async () => {
    await citizens.site.purge([siteTag(siteId)]);
    let answers: Answer[] = [];
    const rendered = await renders(async () => {
      answers = await everybody('/art/202601/888888.html');
    });

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(rendered).toEqual(['pages/not-found.njk']);
  });
});
