import { Readable } from 'node:stream';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Newsroom } from '../../test/newsroom';
import { aspPage, DOT, gbk, wxr, zipped } from '../../test/former-sites';
import { Article } from '../article/article.entity';
import { Asset } from '../asset/asset.entity';
import { OldAddressReading } from '../old-address/old-address-reading';
import { ContinueImport, ReadImport } from './import.events';
import { ContinueImportJob, ReadImportJob } from './import.jobs';
import { ImportItem } from './import-item.entity';
import type { RunOptions } from './import-options';
import type { ImportRun, ImportSourceKind } from './import-run.entity';
import { ImportRuns } from './import-runs';
import { ItemStoring } from './item-storing';

jest.setTimeout(120_000);

let room: Newsroom;
let site: SiteRef;
let admin: EditorCtx;
let channelId: number;

beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site();
  admin = await room.at(await room.hire({ role: 'siteAdmin', site }), site);
  channelId = (await room.channel(site, 'xzdt')).id;
});

const runs = () => room.app.get(ImportRuns);
const here = () => room.root(site);

async function uploaded(
  source: ImportSourceKind,
  name: string,
  content: Buffer | string,
): Promise<ImportRun> {
  const run = await runs().upload(admin, source, name, Readable.from([Buffer.from(content)]));
  await room.app.get(ReadImportJob).handle(here(), new ReadImport(run.id));
  return runs().get(admin, run.id);
}

async function imported(
  run: ImportRun,
  options: Partial<RunOptions> = {},
  isDryRun = false,
): Promise<ImportRun> {
  await runs().start(admin, run.id, { channelId, ...options }, isDryRun);
  await room.app.get(ContinueImportJob).handle(here(), new ContinueImport(run.id));
  return runs().get(admin, run.id);
}

const articles = () => room.db.site(here(), Article).find({ order: { id: 'ASC' } });
const lines = (run: ImportRun) =>
  room.db.site(here(), ImportItem).find({ where: { runId: run.id }, order: { number: 'ASC' } });
const moved = (address: string) => room.app.get(OldAddressReading).find(room.citizen(site), address);

const POSTS = [
  { id: 7, title: '春耕生产全面启动', body: '第一段。\n\n第二段。', category: ['nyxx', '农业信息'] as const },
  { id: 8, title: '关于放假的通知', body: '<p>放假三天。</p>', category: ['tzgg', '通知公告'] as const },
  { id: 9, title: '没有公开的文章', body: '<p>内部。</p>', status: 'private' },
  { id: 10, title: '', body: '<p>没有标题。</p>' },
  { id: 11, title: '附件', body: '', type: 'attachment' },
];

describe('WordPress 导入', () => {
  it('shows what was found before anything is stored, then makes drafts and reports on each', async () => {
    const run = await uploaded('wordpress', 'export.xml', wxr(POSTS));

    expect(run).toMatchObject({
      state: 'ready',
      total: 4,
      options: { siteAddress: 'http://www.qingshui-old.example' },
    });
    expect(run.preview?.categories).toEqual([
      { key: 'nyxx', name: '农业信息', count: 1 },
      { key: 'tzgg', name: '通知公告', count: 1 },
      { key: '(none)', name: '未分类', count: 1 },
    ]);
    expect(run.preview?.items[0]).toMatchObject({ title: '春耕生产全面启动', date: '2019-05-01 08:00:00' });

    const tried = await imported(run, {}, true);
    expect(tried).toMatchObject({ state: 'done', isDryRun: true, created: 3, failed: 1 });
    expect(await articles()).toEqual([]);

    const done = await imported(run);
    expect(done).toMatchObject({ state: 'done', isDryRun: false, created: 3, failed: 1, position: 4 });
    const [first] = await articles();
    expect(first).toMatchObject({
      title: '春耕生产全面启动',
      state: 'unpublished',
      authorId: admin.actor.accountId,
    });
    const [revision] = await room.revisions(here(), first?.id ?? 0);
    expect(revision?.body).toContain('<p>第一段。</p>');
    expect((await lines(done)).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['created', ''],
      ['created', ''],
      ['created', ''],
      ['failed', '标题为空'],
    ]);
  });

  it('publishes what was public with its date for those who may, states it in the audit, and leads old addresses on', async () => {
    const run = await uploaded('wordpress', 'export.xml', wxr(POSTS));

    expect(await moved('/2019/05/7.html')).toBeNull();
    await imported(run, { publishes: 'historic' });

    const [first, second, hidden] = await articles();
    expect([first?.state, second?.state, hidden?.state]).toEqual(['published', 'published', 'unpublished']);
    expect(first?.publishedAt?.toISOString()).toBe('2019-05-01T00:00:00.000Z');
    expect(await moved('/2019/05/7.html')).toBe(`/art/201905/${first?.id}.html`);
    expect(await moved('/index.php?p=7&from=timeline')).toBe(`/art/201905/${first?.id}.html`);
    expect(await moved('/2019/05/9.html')).toBeNull();
    expect(await moved('/nowhere.asp?id=1')).toBeNull();
    expect(await room.auditOf(site, first?.id ?? 0)).toEqual([]);
    const editor = await room.at(await room.hire({ role: 'editor', site }), site);
    await expect(runs().start(editor, run.id, { publishes: 'historic' }, false)).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
  });

  it('stores nothing twice, and what has changed only when asked', async () => {
    await imported(await uploaded('wordpress', 'export.xml', wxr(POSTS)));
    const before = (await articles()).length;
    const changed = POSTS.map((post) => (post.id === 8 ? { ...post, body: '<p>放假五天。</p>' } : post));

    const again = await imported(await uploaded('wordpress', 'export.xml', wxr(changed)));
    expect(again).toMatchObject({ created: 0, updated: 0, skipped: 3, failed: 1 });

    const updated = await imported(await uploaded('wordpress', 'again.xml', wxr(changed)), {
      onChanged: 'update',
    });
    expect(updated).toMatchObject({ created: 0, updated: 1, skipped: 2, failed: 1 });
    expect((await articles()).length).toBe(before);
    const [, notice] = await articles();
    const revisions = await room.revisions(here(), notice?.id ?? 0);
    expect(revisions.at(-1)?.body).toContain('放假五天');
  });

  it('gives categories channels of their own when asked, once', async () => {
    const run = await uploaded('wordpress', 'export.xml', wxr(POSTS));

    await imported(run, { channelId: null, createsChannels: true });
    await imported(run, { channelId: null, createsChannels: true, mapping: {} });

    const tree = await room.channels.tree(here());
    expect(tree.at('nyxx')?.name).toBe('农业信息');
    const [first] = await articles();
    expect(first?.channelId).toBe(tree.at('nyxx')?.id);
    expect(tree.all().filter(({ name }) => name === '农业信息')).toHaveLength(1);
  });
});

describe('旧网页导入', () => {
  const PAGES = {
    'www/news/show.asp@id=7.html': gbk(
      aspPage({
        title: '全镇秋粮收购工作会议召开',
        lines: [
          '六月八日，全镇秋粮收购工作会议在镇政府召开，各村主要负责人参加了会议，会议由镇长主持。',
          '会议要求，各村要提前做好仓库、资金、人员的准备，让农民卖上放心粮，确保颗粒归仓。',
        ],
        extra:
          '<p><img src="../UploadFiles/2009/1.png" alt="会场"></p><p>附件：<a href="/UploadFiles/2009/plan.txt">收购计划</a></p>',
      }),
    ),
    'www/UploadFiles/2009/1.png': DOT,
    'www/UploadFiles/2009/plan.txt': '秋粮收购计划',
    'www/index.html':
      '<html><body><ul><li><a href="news/show.asp?id=7">全镇秋粮收购工作会议召开</a></li></ul></body></html>',
  };

  it('reads GBK pages of an ASP site: title, date, source, text, picture and file; old addresses with queries lead on', async () => {
    const run = await uploaded('html', 'old.zip', zipped(PAGES));

    const done = await imported(run, { publishes: 'historic' });

    expect(done).toMatchObject({ state: 'done', created: 1, skipped: 1, failed: 0 });
    const [article] = await articles();
    expect(article).toMatchObject({
      title: '全镇秋粮收购工作会议召开',
      source: '镇农业办',
      state: 'published',
    });
    expect(article?.publishedAt?.toISOString()).toBe('2009-06-08T01:00:00.000Z');
    const [revision] = await room.revisions(here(), article?.id ?? 0);
    const assets = await room.db.site(here(), Asset).find({ order: { id: 'ASC' } });
    expect(assets.map(({ kind }) => kind).toSorted()).toEqual(['attachment', 'image']);
    for (const asset of assets) expect(revision?.body).toContain(`/_files/${asset.path}`);
    expect(revision?.body).not.toContain('首页');
    expect(revision?.body).not.toContain('版权所有');
    expect(revision?.body.match(/<p/g)?.length).toBeGreaterThanOrEqual(3);
    expect(revision?.attachments.map(({ name }) => name)).toEqual(['收购计划.txt']);
    expect(await moved('/news/show.asp?ID=7')).toBe(`/art/200906/${article?.id}.html`);
    expect(await moved('/uploadfiles/2009/plan.txt')).toBe(
      `/_files/${assets.find(({ kind }) => kind === 'attachment')?.path}`,
    );
  });
});

describe('表格导入', () => {
  it('reads what Excel wrote in GBK by its head row, and other columns when told', async () => {
    const table =
      '编号,新闻标题,内容,添加时间,来源,类别\r\n1,村道硬化完工,"<p>全长三公里，</p><p>今日通车。</p>",2012/3/5 8:30,交通办,动态\r\n2,空正文,,2012/3/6,,动态\r\n';
    const run = await uploaded('table', '新闻.csv', gbk(table));

    expect(run.preview).toMatchObject({
      head: ['编号', '新闻标题', '内容', '添加时间', '来源', '类别'],
      columns: { id: 0, title: 1, body: 2, publishedAt: 3, source: 4, category: 5 },
    });
    await runs().readAgain(admin, run.id, { columns: { title: 1, body: 2, author: 4 } });
    await room.app.get(ReadImportJob).handle(here(), new ReadImport(run.id));
    const done = await imported(await runs().get(admin, run.id));

    expect(done).toMatchObject({ created: 1, failed: 1 });
    expect((await articles())[0]).toMatchObject({ title: '村道硬化完工', author: '交通办' });
  });
});

describe('导入的暂停、中断与拒绝', () => {
  const many = (count: number) =>
    wxr(
      Array.from({ length: count }, (_, n) => ({
        id: n + 1,
        title: `旧闻第${n + 1}篇`,
        body: `<p>正文 ${n}</p>`,
      })),
    );

  it('goes on after a crash between two batches without a gap and without anything twice', async () => {
    const run = await uploaded('wordpress', 'many.xml', many(45));
    await runs().start(admin, run.id, { channelId }, false);
    const storing = room.app.get(ItemStoring);
    const store = storing.store.bind(storing);
    let batches = 0;
    const crash = jest.spyOn(storing, 'store').mockImplementation(async (...batch) => {
      batches += 1;
      if (batches === 2) throw new Error('power cut');
      await store(...batch);
    });
    const job = room.app.get(ContinueImportJob);

    await expect(job.handle(here(), new ContinueImport(run.id))).rejects.toThrow('power cut');
    expect(await runs().get(admin, run.id)).toMatchObject({ state: 'running', position: 20, created: 20 });
    expect(await articles()).toHaveLength(20);
    crash.mockRestore();
    await job.handle(here(), new ContinueImport(run.id));

    expect(await runs().get(admin, run.id)).toMatchObject({ state: 'done', position: 45, created: 45 });
    expect(new Set((await articles()).map(({ title }) => title)).size).toBe(45);
    expect((await lines(run)).map(({ number }) => number)).toEqual(
      Array.from({ length: 45 }, (_, n) => n + 1),
    );
  });

  it('stores nothing more once it is paused, goes on when told, and leaves what was stored when cancelled', async () => {
    const run = await uploaded('wordpress', 'many.xml', many(30));
    await runs().start(admin, run.id, { channelId }, false);
    await runs().pause(admin, run.id);
    await room.app.get(ContinueImportJob).handle(here(), new ContinueImport(run.id));
    expect(await articles()).toEqual([]);

    await runs().resume(admin, run.id);
    await room.app.get(ContinueImportJob).handle(here(), new ContinueImport(run.id));
    expect(await articles()).toHaveLength(30);
    await expect(runs().pause(admin, run.id)).rejects.toMatchObject({ code: 'content.import.moveRefused' });
  });

  it('refuses a second run of the site while one is at work', async () => {
    const one = await uploaded('wordpress', 'one.xml', many(1));
    const two = await uploaded('wordpress', 'two.xml', many(2));
    await runs().start(admin, one.id, { channelId }, false);

    await expect(runs().start(admin, two.id, { channelId }, false)).rejects.toMatchObject({
      code: 'content.import.busy',
    });
  });

  it.each([
    ['html', zipped({ '../../etc/passwd.html': 'x' }), '指向包外'],
    ['wordpress', Buffer.from('<html>not xml'), 'WordPress'],
    ['html', Buffer.from('PK\u0003\u0004 broken'), '损坏'],
    ['site', zipped({ 'a.txt': 'x' }), '整站导出'],
  ] as const)('ends with its reason what cannot be read (%s)', async (source, content, words) => {
    const run = await uploaded(source, source === 'wordpress' ? 'a.xml' : 'a.zip', content);

    expect(run.state).toBe('failed');
    expect(run.fault).toContain(words);
  });
});
