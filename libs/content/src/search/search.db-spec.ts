import { givenServices, type GivenServices } from '@zhanqun/given';
import { publicCtx, type SiteRef } from '@zhanqun/kernel';
import { Db, IndexFiles, IndexRebuild, SearchSource, SiteDirectory } from '@zhanqun/platform';
import { SiteLifecycle } from '@zhanqun/tenancy';
import { PublicSite } from '@zhanqun/theming';
import { strToU8, zipSync } from 'fflate';
import { Article } from '../article/article.entity';
import { AssetService } from '../asset/asset.service';
import { ChannelService } from '../channel/channel.service';
import { ContentJobsModule } from '../content.module';
import { Withdrawals } from '../withdrawal/withdrawals.service';
import { HotWords } from './hot-words';
import { SearchKeeping } from './search.jobs';
import { SearchLog } from './search-log';
import { SearchWord } from './search-word.entity';

jest.setTimeout(120_000);

let house: GivenServices;
let portal: SiteRef;
let town: SiteRef;

beforeAll(async () => {
  house = await givenServices(ContentJobsModule);
  portal = await house.given.portal();
  town = await house.given.site({ portal });
});
afterAll(() => house.close());

interface Answered {
  readonly state: string;
  readonly total: number;
  readonly items: readonly {
    id: number;
    title: string;
    url: string;
    snippet: string;
    site: { key: string };
  }[];
  readonly facets: Readonly<Record<string, readonly { value: string }[]>>;
}

async function get(site: SiteRef, path: string): Promise<{ status: number; text: string }> {
  const url = `${site.prefix}${path}`;
  const headers = { 'x-forwarded-for': `198.51.100.${Math.floor(Math.random() * 250)}` };
  const answer = await house.app.get(PublicSite).handle({ method: 'GET', host: site.host, url, headers });
  return { status: answer.status, text: Buffer.isBuffer(answer.body) ? answer.body.toString() : '' };
}

async function search(site: SiteRef, words: string, more = ''): Promise<Answered> {
  await house.app.get(SearchKeeping).settled();
  const { text } = await get(site, `/search.json?q=${encodeURIComponent(words)}${more}`);
  return JSON.parse(text) as Answered;
}
const titles = async (site: SiteRef, words: string, more = '') =>
  (await search(site, words, more)).items.map(({ title }) => title);
const published = (site: SiteRef, title: string, more = {}) =>
  house.given.article(site, { state: 'published', title, ...more });

describe('检索跟着发布走', () => {
  it('finds what was published, under its new words after a revision and never under those in review', async () => {
    await published(town, '云山水库除险加固工程开工');
    await house.given.article(town, { state: 'initialReview', title: '云山水库在审的稿子' });
    await house.given.article(town, { state: 'draft', title: '云山水库草稿' });

    expect(await titles(town, '云山水库')).toEqual(['云山水库除险加固工程开工']);
    expect((await search(town, '云山水库')).items[0]?.url).toMatch(/^http:\/\/.+\/art\/202603\/\d+\.html$/);
  });

  it('forgets what was withdrawn, what stands in a hidden channel and what its channel shows again it finds', async () => {
    const article = await published(town, '错发的云海名单');
    expect(await titles(town, '云海名单')).toHaveLength(1);
    await house.app
      .get(Withdrawals)
      .withdraw(house.given.at(town), article.id, { reason: '内容有误', way: 'gone', intoId: null });
    expect(await titles(town, '云海名单')).toEqual([]);

    const channel = await house.given.newChannel(town, { path: 'hidden', name: '内部栏目' });
    await published(town, '竹溪栏目的文章', { channelId: channel.id });
    expect(await titles(town, '竹溪栏目')).toHaveLength(1);
    const channels = house.app.get(ChannelService);
    await channels.edit(house.given.at(town), channel.id, { isHidden: true });
    expect(await titles(town, '竹溪栏目')).toEqual([]);
    await channels.edit(house.given.at(town), channel.id, { isHidden: false });
    expect(await titles(town, '竹溪栏目')).toHaveLength(1);
  });

  it('shows nothing that is not public any more, though the index was told nothing of it', async () => {
    const rows = house.app.get(Db).site(publicCtx(town, house.clock.now()), Article);
    const shown = async (): Promise<string> => {
      const [found, suggested] = [
        await get(town, `/search.json?q=${encodeURIComponent('雁栖')}`),
        await get(town, `/search/suggest.json?q=${encodeURIComponent('雁栖')}`),
      ];
      return JSON.stringify((JSON.parse(found.text) as Answered).items) + suggested.text;
    };
    const closed = await house.given.newChannel(town, { path: 'neibu', name: '内部' });
    await house.app.get(ChannelService).edit(house.given.at(town), closed.id, { isHidden: true });
    const article = await published(town, '雁栖公园错发的名单');
    const other = await published(town, '另一篇');
    await titles(town, '雁栖');
    expect((await shown()).match(/错发/g)).toHaveLength(2);
    const { channelId, liveRevisionId } = (await rows.findOne({ id: article.id })) as Article;
    const revised = { liveRevisionId: (await rows.findOne({ id: other.id }))?.liveRevisionId ?? 0 };

    for (const change of [{ state: 'withdrawn' as const }, { channelId: closed.id }, revised]) {
      await rows.updateWhere({ id: article.id }, change);
      expect(await shown()).not.toContain('错发');
      await rows.updateWhere({ id: article.id }, { state: 'published', channelId, liveRevisionId });
    }
    expect((await shown()).match(/错发/g)).toHaveLength(2);
  });

  it('finds the words of attached files', async () => {
    const document =
      '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>附件写着蓝田古桥修缮</w:t></w:r></w:p></w:body></w:document>';
    const content = Buffer.from(
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document) }),
    );
    const asset = await house.app
      .get(AssetService)
      .upload(house.given.at(town), { fileName: '方案.docx', content, alt: '' });
    await published(town, '修缮方案公示', { attachmentIds: [asset.id] });

    expect(await titles(town, '蓝田古桥')).toEqual(['修缮方案公示']);
  });
});

describe('要素', () => {
  it('are found by what somebody typed, never by the code that a choice is stored as', async () => {
    const channelId = (await house.given.channel(town, 'zwgk/zcwj')).id;
    const facts = {
      issuer: '丹枫谷管理处',
      issuedOn: '2026-03-01',
      subjectCategory: '综合政务',
      genre: '通知',
      validity: 'amended',
    };
    await published(town, '湿地管理办法', { kind: 'policyDocument', channelId, facts });

    expect(await titles(town, '丹枫谷管理处')).toEqual(['湿地管理办法']);
    expect(await titles(town, 'amended')).toEqual([]);
  });
});

describe('范围和隔离', () => {
  it('site scope has the site alone, network scope its network alone, whatever is asked', async () => {
    const stranger = await house.given.portal();
    const [here, above, beyond] = [
      await published(town, '梅岭隧道通车（镇）'),
      await published(portal, '梅岭隧道通车（县）'),
      await published(stranger, '梅岭隧道通车（外县）'),
    ];

    expect((await search(town, '梅岭隧道')).items.map(({ id }) => id)).toEqual([here.id]);
    const wide = await search(town, '梅岭隧道', '&scope=network');
    expect(new Set(wide.items.map(({ id }) => id))).toEqual(new Set([here.id, above.id]));
    expect(wide.facets['site']?.map(({ value }) => value).toSorted()).toEqual(
      [portal.key, town.key].toSorted(),
    );
    const asked = `&scope=network&site=${stranger.key}&channel=${beyond.channelId}`;
    expect((await search(town, '梅岭隧道', asked)).items.map(({ id }) => id)).not.toContain(beyond.id);
    const { text } = await get(
      town,
      `/search/suggest.json?scope=network&q=${encodeURIComponent('梅岭隧道通车')}`,
    );
    expect(text).toContain('（县）');
    expect(text).not.toContain('外县');
  });

  it('suggests in the writing of the page, with addresses of that writing', async () => {
    const { id } = await published(town, '云台古镇游览须知');
    await house.app.get(SearchKeeping).settled();
    const suggested = async (lang: string): Promise<unknown> =>
      JSON.parse((await get(town, `/search/suggest.json?q=${encodeURIComponent('雲臺古鎮')}${lang}`)).text);

    const [plain, traditional] = [await suggested(''), await suggested('&lang=zh-Hant')];
    const ending = expect.stringMatching(new RegExp(`^(?!.*zh-hant).*/${id}\\.html$`));
    expect(plain).toEqual({ items: [{ kind: 'title', text: '云台古镇游览须知', url: ending }] });
    expect(traditional).toEqual({
      items: [
        {
          kind: 'title',
          text: '雲臺古鎮遊覽須知',
          url: expect.stringMatching(new RegExp(`/zh-hant/.*/${id}\\.html$`)),
        },
      ],
    });
    expect(await suggested('&lang=fr')).toEqual(plain);
  });

  it('a suspended site is gone from the network and comes back with it', async () => {
    const away = await house.given.site({ portal });
    await published(away, '白鹭滩湿地公园开放');
    expect(await titles(portal, '白鹭滩', '&scope=network')).toHaveLength(1);
    const system = house.given.at(away);

    await house.app.get(SiteLifecycle).suspend(system, { reason: '系统维护', until: '2026-03-10' });
    expect(await titles(portal, '白鹭滩', '&scope=network')).toEqual([]);

    await house.app.get(SiteLifecycle).resume(system);
    expect(await titles(portal, '白鹭滩', '&scope=network')).toHaveLength(1);
  });
});

describe('检索页', () => {
  it('is a form that works without script, with results, facets and a way on when nothing is found', async () => {
    await published(town, '“松涛”书屋<开放>');
    await house.app.get(SearchKeeping).settled();

    const found = await get(town, `/search/?q=${encodeURIComponent('松涛书屋')}`);
    expect(found.status).toBe(200);
    expect(found.text).toContain('<meta name="robots" content="noindex">');
    expect(found.text).toContain('<mark>松涛</mark>');
    expect(found.text).toContain('&lt;开放&gt;');
    const missing = await get(town, `/search/?q=${encodeURIComponent('紫外线望远镜')}`);
    expect(missing.text).toContain('没有找到“紫外线望远镜”');
    expect(missing.text).toContain('scope=network');
    expect((await get(town, '/search/')).text).toContain('请输入要找的词');
  });

  it.each([
    '"',
    "'",
    '%2A',
    'title%3Aa',
    '%F0%A0%AE%B7',
    '%E2%80%AEabc',
    '%EF%BC%88',
    'a&page=999999',
    'a&page=-1',
    'a&year=x&kind=%22',
    'a&sort=x&scope=x',
  ])('answers %s with a page, never with a fault', async (words) => {
    expect((await get(town, `/search/?q=${words}`)).status).toBe(200);
    expect((await get(town, `/search.json?q=${words}`)).status).toBe(200);
    expect((await get(town, `/search/suggest.json?q=${words}`)).status).toBe(200);
  });

  it('writes down words and days, neither addresses nor numbers of persons', async () => {
    await get(town, `/search/?q=${encodeURIComponent('无人机驾照')}`);
    await get(town, `/search/?q=${encodeURIComponent('身份证 330000199001010000')}`);
    const log = house.app.get(SearchLog);
    await log.write();
    await get(town, `/search/?q=${encodeURIComponent('无人机驾照')}`);
    await log.write();

    const ctx = publicCtx(town, house.clock.now());
    const rows = await house.app.get(Db).site(ctx, SearchWord).find();
    expect(rows.find(({ word }) => word === '无人机驾照')).toMatchObject({
      times: 2,
      hits: 0,
      scope: 'site',
    });
    expect(rows.map(({ word }) => word).join()).not.toContain('1990');
  });
});

describe('热门搜索', () => {
  const hotAfter = async (asked: readonly (readonly [word: string, address: string])[]) => {
    const ctx = publicCtx(await house.given.site({ portal }), house.clock.now());
    const log = house.app.get(SearchLog);
    for (const [word, address] of asked) log.note(ctx, word, 'site', 2, address);
    await log.write();
    return (await house.app.get(HotWords).of(ctx)).toSorted();
  };
  const addresses = ['198.51.100.1', '198.51.100.2', '2001:db8:0:1::9'];

  it('has words alone: no sign that somebody put beside them', async () => {
    const words = ['枇杷节', '枇杷节\u{1f595}', '枇杷节<b>', '示政发〔2026〕3号'];

    const hot = await hotAfter(addresses.flatMap((address) => words.map((word) => [word, address] as const)));

    expect(hot).toEqual(['枇杷节', '示政发〔2026〕3号'].toSorted());
  });

  it('has what several people look for; one who asks again from his own network stays one', async () => {
    const again = Array.from({ length: 9 }, (_, at) => ['杨梅节', `2001:db8:0:7::${at}`] as const);
    const two = addresses.slice(0, 2).map((address) => ['荷花节', address] as const);
    const several = addresses.map((address) => ['桂花节', address] as const);

    expect(await hotAfter([...again, ...again, ...two, ...two, ...several])).toEqual(['桂花节']);
  });
});

describe('重建', () => {
  it('writes a new file beside the old one, with the same answers, and mends a site in place', async () => {
    await published(town, '重建前的桂花节');
    await titles(town, '桂花节');
    const { app } = house;
    const files = app.get(IndexFiles);
    const before = files.current();
    const source = app.get<SearchSource>(SearchSource as never);
    const directory = app.get<SiteDirectory>(SiteDirectory as never);
    const rebuild = new IndexRebuild(files, source, directory, house.clock);

    expect(await rebuild.all()).toBeGreaterThan(0);

    expect(files.current()).not.toBe(before);
    expect(files.progress()).toMatchObject({ isFinished: true });
    expect(await titles(town, '桂花节')).toHaveLength(1);
    await published(town, '重建后的桂花节');
    expect(await titles(town, '桂花节')).toHaveLength(2);
    expect(await rebuild.site(town.key)).toBeGreaterThan(1);
    expect(await titles(town, '桂花节')).toHaveLength(2);
  });

  it('is done by itself when the index is lost, and says until then that there is none', async () => {
    await published(town, '失而复得的枇杷节');
    await titles(town, '枇杷节');
    const files = house.app.get(IndexFiles);
    files.remove(files.current() as string);

    const { text } = await get(town, `/search.json?q=${encodeURIComponent('枇杷节')}`);
    expect(JSON.parse(text)).toMatchObject({ state: 'absent', total: 0, items: [] });

    expect(await titles(town, '枇杷节')).toHaveLength(1);
    expect((await search(town, '枇杷节')).state).toBe('ready');
  });
});
