import { County, demoData, SITES, STAFF } from '../support/county';
import { start, type RunningApp } from '../support/processes';
import type { TemporaryDirectory } from '../support/temporary';
import { until } from '../support/until';
import { visit } from '../support/visitor';

jest.setTimeout(180_000);

/** Pages, console and worker as processes of their own; the index is written by the worker alone. */
let data: TemporaryDirectory;
let pages: RunningApp;
let worker: RunningApp;
let county: County;

beforeAll(async () => {
  data = await demoData();
  const env = { DATA_DIR: data.path };
  pages = await start('public', env);
  const [console, jobs] = await Promise.all([start('console-api', env), start('worker', env)]);
  worker = jobs;
  county = new County(console, pages.publicPort);
  await until(async () => (await ask('公告')).state === 'ready', { within: 60_000, what: 'a whole index' });
}, 300_000);
afterAll(async () => {
  for (const app of [pages, county?.app, worker]) await app?.stop();
  await data?.remove();
}, 60_000);

interface Found {
  readonly state: string;
  readonly items: readonly { readonly title: string }[];
}

async function ask(words: string): Promise<Found> {
  const path = `/search.json?q=${encodeURIComponent(words)}`;
  const { status, body } = await visit(pages.publicPort, SITES.qingshui.host, path);
  expect(status).toBe(200);
  return JSON.parse(body) as Found;
}
const finds = async (title: string): Promise<boolean> =>
  (await ask(title)).items.some((item) => item.title === title);
const found = (title: string) =>
  until(() => finds(title), { within: 30_000, every: 500, what: `“${title}” to be found` });
const gone = (title: string) =>
  until(async () => !(await finds(title)), { within: 30_000, every: 500, what: `“${title}” to be gone` });
const publish = (title: string) => county.publish('qingshui', 'tzgg', title, { kind: 'notice' });
async function withdraw(id: number): Promise<void> {
  const desk = await county.desk(STAFF.qingshui.finalReview);
  await desk.post(`/sites/qingshui/articles/${id}/withdraw`, { reason: '内容有误' });
}

describe('检索跨进程', () => {
  it('finds what another process published and forgets what it withdrew', async () => {
    const title = '清水镇枇杷采摘节交通安排';
    const { id } = await publish(title);
    await found(title);

    await withdraw(id);

    await gone(title);
  });

  it('catches up after its worker was killed in the middle of indexing, and nothing withdrawn is shown meanwhile', async () => {
    const wrong = await publish('断电前发布有误的通知');
    await found('断电前发布有误的通知');
    const titles = Array.from({ length: 4 }, (_, at) => `断电时发布的第${at + 1}号通知`);
    for (const [at, title] of titles.entries()) {
      await publish(title);
      if (at === 1) await worker.stop('SIGKILL');
    }
    await withdraw(wrong.id);
    await gone('断电前发布有误的通知');

    worker = await start('worker', { DATA_DIR: data.path });

    for (const title of titles) await found(title);
    expect(await finds('断电前发布有误的通知')).toBe(false);
  });
});
