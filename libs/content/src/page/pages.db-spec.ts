import { Chromes, PublicSite, ThemeSettings, type Answer } from '@zhanqun/theming';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Article, articlePath, type PolicyFacts } from '@zhanqun/content';
import { MINUTE, Newsroom } from '../../test/newsroom';

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let publicSite: PublicSite;

const facts: Partial<PolicyFacts> = {
  documentNumber: '清政发〔2026〕3号',
  issuedOn: '2026-03-01',
  issuer: '清水镇人民政府',
  subjectCategory: '综合政务',
  genre: '通知',
};

beforeAll(async () => {
  room = await Newsroom.open();
  publicSite = room.app.get(PublicSite);
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.online(await room.site());
  editor = room.person(site, 'editor');
});

async function get(path: string, at: SiteRef = site): Promise<Answer> {
  const url = at.prefix + path;
  return publicSite.handle({ method: 'GET', host: at.host, url, headers: { host: at.host } });
}
async function html(path: string, at: SiteRef = site): Promise<string> {
  const answer = await get(path, at);
  expect([path, answer.status]).toEqual([path, 200]);
  return (answer.body as Buffer).toString();
}
const tagsIn = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`<meta name="${name}" content="([^"]*)"`, 'g'))].map(
    (match) => match[1] as string,
  );
const statements = async (path: string): Promise<number> => {
  await html('/sitemap/');
  return room.db.countStatements(() => html(path));
};
const pathOf = async (id: number): Promise<string> => {
  const { publishedAt } = await room.stored(editor, id);
  return articlePath({ id, publishedAt: publishedAt as Date });
};

describe('文章页', () => {
  it('shows what passed the review, with its tags, and costs at most four statements', async () => {
    await room.publish(editor, { title: '前一篇', importance: 'routine' });
    const { id } = await room.publish(editor, {
      title: '春耕<b>部署</b>',
      keywords: ['春耕'],
      author: '李农',
      importance: 'routine',
    });
    await room.publish(editor, { title: '后一篇', importance: 'routine' });
    const path = await pathOf(id);

    expect(await statements(path)).toBeLessThanOrEqual(4);
    const page = await html(path);
    expect(page).toContain('会议要求抓好春耕生产。');
    expect(page).toContain('春耕&lt;b&gt;部署&lt;/b&gt;');
    expect(page).toMatch(/rel="prev"[^>]*>前一篇/);
    expect(page).toMatch(/rel="next"[^>]*>后一篇/);
    expect(page).toMatch(new RegExp(`rel="canonical" href="http://${site.host}[^"]*${site.prefix}${path}"`));
    expect(tagsIn(page, 'ColumnName')).toEqual(['乡镇动态']);
    expect(tagsIn(page, 'ContentSource')).toEqual(['清水镇党政办']);
    expect(tagsIn(page, 'PubDate')[0]).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
    expect(tagsIn(page, 'Keywords')).toEqual(['春耕']);
    expect(page).toContain(`${site.prefix}/xzdt/`);
  });

  it('is not there before publication and not after withdrawal', async () => {
    const draft = await room.draft(editor, { importance: 'routine' });
    expect((await get(`/art/202603/${draft.id}.html`)).status).toBe(404);
    await room.pass(editor, draft.id);
    const path = await pathOf(draft.id);
    await html(path);

    await room.reviews.withdraw(room.now(room.person(site, 'finalReviewer')), draft.id, '有误');
    expect((await get(path)).status).toBe(410);
    expect(await html('/xzdt/')).not.toContain(path);
  });

  it('shows the new text from the moment it passed', async () => {
    const { id } = await room.publish(editor, { importance: 'routine' });
    const path = await pathOf(id);
    await html(path);
    await room.articles.revise(room.now(editor), id);
    await room.articles.edit(room.now(editor), id, {
      version: 1,
      title: '更正后的标题',
      body: '<p>更正。</p>',
    });
    expect(await html(path)).not.toContain('更正后的标题');
    await room.pass(editor, id);

    expect(await html(path)).toContain('更正后的标题');
    expect(await html('/xzdt/')).toContain('更正后的标题');
    expect(await html('/')).toContain('更正后的标题');
  });

  it('names who answers for it, the last reviewer by the title that the site gave', async () => {
    const { id } = await room.publish(editor, { importance: 'general' });
    const path = await pathOf(id);
    const credits = async (): Promise<string> =>
      (/<p class="article-credits">(.*)<\/p>/.exec(await html(path))?.[1] ?? '').replace(/<[^>]+>/g, ' ');
    expect(await credits()).toMatch(/责任编辑：editor\d+ +审核：initialReviewer\d+、secondReviewer\d+/);

    const wish = { name: 'base', settings: { lastReviewerTitle: '监审' } };
    await room.app.get(ThemeSettings).save(room.root(site), wish);

    expect(await credits()).toMatch(/审核：initialReviewer\d+ +监审：secondReviewer\d+/);
  });

  it('leads a wrong month to its one address', async () => {
    const { id } = await room.publish(editor, { importance: 'routine' });
    const answer = await get(`/art/199901/${id}.html`);

    expect(answer.status).toBe(301);
    expect(answer.headers.Location).toContain(await pathOf(id));
  });

  it("does not show another site's article", async () => {
    const other = await room.online(await room.site());
    const { id } = await room.publish(room.person(other, 'editor'), { importance: 'routine' });

    expect((await get(`/art/202603/${id}.html`)).status).toBe(404);
  });

  it('puts the prefix of a site under a path before its own files', async () => {
    const { id } = await room.publish(editor, {
      body: '<p><img src="/_files/a/b.png" alt="图"></p>',
      importance: 'routine',
    });

    expect(await html(await pathOf(id))).toContain(`src="${site.prefix}/_files/a/b.png"`);
  });
});

describe('政策文件与解读', () => {
  it('link to each other within four statements', async () => {
    const channelId = (await room.channel(site, 'zwgk/zcwj')).id;
    const document = await room.publish(editor, {
      channelId,
      kind: 'policyDocument',
      title: '补贴办法',
      facts,
      keywords: ['农业', '补贴'],
      importance: 'routine',
    });
    const documentPath = await pathOf(document.id);
    expect(await html(documentPath)).toContain('本文件暂无解读材料');

    const reading = await room.publish(editor, {
      channelId,
      kind: 'interpretation',
      title: '一图读懂补贴办法',
      interpretsArticleId: document.id,
      importance: 'routine',
    });
    const readingPath = await pathOf(reading.id);

    expect(await statements(documentPath)).toBeLessThanOrEqual(4);
    const page = await html(documentPath);
    expect(page).toContain('清政发〔2026〕3号');
    expect(page).toContain('<dt>主题词</dt><dd>农业、补贴</dd>');
    expect(page).toContain(document.indexNumber as string);
    expect(page).toContain(readingPath);
    expect(await html(readingPath)).toContain(documentPath);
  });
});

describe('栏目页', () => {
  it('pages by path, newest first, pinned before all', async () => {
    for (let n = 1; n <= 23; n += 1) await room.publish(editor, { title: `第${n}篇`, importance: 'routine' });
    const [oldest] = await room.db.site(editor, Article).find({ order: { id: 'ASC' }, take: 1 });
    await room.placement.place(room.now(room.person(site, 'siteAdmin')), oldest!.id, { isPinned: true });

    expect(await statements('/xzdt/')).toBeLessThanOrEqual(4);
    const first = await html('/xzdt/');
    expect(first.indexOf('>第1篇<')).toBeLessThan(first.indexOf('>第23篇<'));
    expect(first).toContain(`${site.prefix}/xzdt/p2/`);
    const second = await html('/xzdt/p2/');
    expect(second).toContain('>第2篇<');
    expect(second).not.toContain('>第23篇<');
    expect((await get('/xzdt/p3/')).status).toBe(404);
    expect((await get('/xzdt/p1/')).status).toBe(301);
    expect(tagsIn(first, 'ColumnType')).toEqual(['政务动态']);
  });

  it('shows the newest of each child on the page of their parent', async () => {
    const channelId = (await room.channel(site, 'zwgk/zcwj')).id;
    await room.publish(editor, {
      channelId,
      kind: 'policyDocument',
      title: '补贴办法',
      facts,
      importance: 'routine',
    });

    expect(await statements('/zwgk/')).toBeLessThanOrEqual(4);
    expect(await html('/zwgk/')).toContain('补贴办法');
  });

  it('shows a static channel as one page', async () => {
    const channelId = (await room.channel(site, 'xzgk')).id;
    await room.publish(editor, {
      channelId,
      kind: 'page',
      title: '清水镇概况',
      body: '<p>清水镇位于县城东南。</p>',
      importance: 'routine',
    });

    expect(await statements('/xzgk/')).toBeLessThanOrEqual(4);
    expect(await html('/xzgk/')).toContain('清水镇位于县城东南。');
  });

  it('leads a link channel to where it points and hides a hidden one', async () => {
    const admin = room.root(site);
    await room.channels.create(admin, {
      name: '办事大厅',
      path: 'bsdt',
      kind: 'link',
      updateClass: 'static',
      linkUrl: 'https://zwfw.example.gov.cn/',
      isNavigation: true,
    });
    await room.channels.edit(admin, (await room.channel(site, 'hdjl')).id, { isHidden: true });

    const answer = await get('/bsdt/');
    expect([answer.status, answer.headers.Location]).toEqual([302, 'https://zwfw.example.gov.cn/']);
    expect((await get('/hdjl/')).status).toBe(404);
  });

  it('does not know addresses that are none', async () => {
    for (const path of ['/nichts/', '/xzdt/p0/', '/xzdt/p99/', '/xzdt/x.html', '/art/202603/99999.html']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('首页与导航', () => {
  it('shows the newest of its blocks within six statements, and no blank channel', async () => {
    await room.publish(editor, { title: '镇里召开春耕会', importance: 'routine' });
    const channelId = (await room.channel(site, 'tzgg')).id;
    await room.publish(editor, { channelId, kind: 'notice', title: '关于停水的通知', importance: 'routine' });

    await room.app.get(Chromes).get(room.citizen(site));
    expect(await room.db.countStatements(() => html('/'))).toBeLessThanOrEqual(6);
    const page = await html('/');
    expect(page).toContain('镇里召开春耕会');
    expect(page).toContain('关于停水的通知');
    expect(page).toContain(`href="${site.prefix}/tzgg/"`);
    expect(page).not.toContain('暂无内容');
    expect(tagsIn(page, 'SiteName')).toEqual([site.name]);
  });

  it('takes a channel into the navigation with its first article', async () => {
    await room.publish(editor, { importance: 'routine' });
    const navigation = async () =>
      /<nav class="main-nav".*?<\/nav>/s.exec(await html('/sitemap/'))?.[0] ?? '';
    expect(await navigation()).not.toContain('三农信息');

    await room.publish(editor, { channelId: (await room.channel(site, 'snxx')).id, importance: 'routine' });
    expect(await navigation()).toContain('三农信息');
  });

  it('names every open channel and the other sites on the site map', async () => {
    await room.publish(editor, { importance: 'routine' });

    const page = await html('/sitemap/');
    expect(page).toContain('乡镇动态');
    expect(page).toContain('网站地图');
  });
});

describe('清除的精度', () => {
  it('renews the pages that show a new article and leaves the others in the cache', async () => {
    const paths: string[] = [];
    for (let n = 1; n <= 30; n += 1)
      paths.push(await pathOf((await room.publish(editor, { title: `旧闻${n}`, importance: 'routine' })).id));
    const other = (await room.channel(site, 'tzgg')).id;
    for (let n = 1; n <= 30; n += 1) {
      paths.push(
        await pathOf(
          (await room.publish(editor, { channelId: other, title: `公告${n}`, importance: 'routine' })).id,
        ),
      );
    }
    const all = ['/', '/sitemap/', '/xzdt/', '/xzdt/p2/', '/tzgg/', ...paths];
    for (const path of all) await html(path);

    room.clock.advance(MINUTE);
    await room.publish(editor, { title: '最新消息', importance: 'routine' });

    const renewed: string[] = [];
    for (const path of all) {
      if ((await room.db.countStatements(() => html(path))) > 0) renewed.push(path);
    }
    expect(renewed.sort()).toEqual(['/', '/xzdt/', '/xzdt/p2/', paths[29]].sort());
    for (const path of ['/', '/xzdt/', paths[29] as string]) expect(await html(path)).toContain('最新消息');
  });
});
