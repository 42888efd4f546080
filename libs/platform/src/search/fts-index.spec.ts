import { mkdtempSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FtsIndex } from './fts-index';
import { FtsWriter } from './fts-writer';
import { IndexFiles } from './index-files';
import type { SearchDocument, SearchFilters, SearchScope, SearchSort } from './search-document';
import { emptyLexicon, SearchLexicon } from './search-lexicon';

const NOW = new Date('2026-03-05T02:00:00Z');
const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'zhanqun-search-'));
const files = new IndexFiles(folder);
const index = new FtsIndex(files, () => NOW);
let writer: FtsWriter;
let lastId = 0;

beforeEach(() => {
  const name = files.newName(NOW);
  writer = new FtsWriter(files.path(name));
  files.use(name);
});
afterEach(() => writer.close());
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

function put(...wishes: Partial<SearchDocument>[]): number[] {
  const documents = wishes.map((wish): SearchDocument => {
    lastId += 1;
    return {
      siteId: 1,
      networkId: 1,
      id: lastId,
      title: `文章${lastId}`,
      path: `/art/202603/${lastId}.html`,
      channelId: 5,
      channelName: '通知公告',
      kind: 'news',
      validity: '',
      number: '',
      publishedAt: new Date(NOW.getTime() - DAY),
      summary: '',
      body: '',
      files: '',
      stamp: `${lastId}`,
      ...wish,
    };
  });
  writer.put(documents, () => emptyLexicon);
  return documents.map(({ id }) => id);
}

interface Wish {
  readonly scope?: SearchScope;
  readonly filters?: SearchFilters;
  readonly sort?: SearchSort;
  readonly page?: number;
  readonly lexicon?: SearchLexicon;
}
const ask = (text: string, wish: Wish = {}) =>
  index.search(
    {
      text,
      scope: wish.scope ?? { kind: 'site', siteId: 1 },
      filters: wish.filters ?? {},
      sort: wish.sort ?? 'relevance',
      page: wish.page ?? 1,
      pageSize: 10,
    },
    wish.lexicon ?? emptyLexicon,
  );
const titles = async (text: string, wish: Wish = {}) =>
  (await ask(text, wish)).hits.map(({ title }) => title);

describe('排序', () => {
  it('puts the title that was typed first, whatever others do to stand before it', async () => {
    const title = '关于做好2026年春季农田水利设施维修工作的通知';
    put({ title, publishedAt: new Date('2009-01-05'), validity: 'void' });
    put(
      ...Array.from({ length: 300 }, (_, at) => ({
        title: `转发${title}（第${at}次）${title}`,
        summary: `${title}。`.repeat(5),
        body: `${title}。`.repeat(60),
        number: '示政发〔2026〕3号',
      })),
    );

    expect((await titles(title))[0]).toBe(title);
    expect((await titles('關於做好2026年春季農田水利設施維修工作的通知'))[0]).toBe(title);
    expect((await titles(title, { sort: 'date' })).length).toBe(10);
  });

  it('weighs a title more than a body that repeats the word, and the new more than the old', async () => {
    const [old, stuffed, fresh] = [
      { title: '公积金提取办法', publishedAt: new Date('2015-03-05') },
      { title: '综合简报', body: '公积金'.repeat(500) },
      { title: '公积金提取指南', publishedAt: NOW },
    ];
    put(old, stuffed, fresh);

    expect(await titles('公积金')).toEqual(['公积金提取指南', '公积金提取办法', '综合简报']);
    expect(await titles('公积金', { sort: 'date' })).toEqual([
      '公积金提取指南',
      '综合简报',
      '公积金提取办法',
    ]);
  });

  it('weighs a phrase as it was typed more than its words apart', async () => {
    put(
      { title: '甲', body: '镇上修路。群众满意。资金公示，补贴到位。' },
      { title: '乙', body: '现将修路补贴资金公示如下。' },
    );

    expect((await titles('修路补贴资金'))[0]).toBe('乙');
  });
});

describe('找得到', () => {
  it.each([
    ['滿意度調查', '2026年群众满意度调查结果'],
    ['满意度', '2026年群众满意度调查结果'],
    ['〔2026〕3号', '示范县人民政府文件'],
    ['示政发[2026]3', '示范县人民政府文件'],
    ['示政发 （２０２６）３号', '示范县人民政府文件'],
    ['请问示政发〔2026〕3号文件', '示范县人民政府文件'],
    ['清水镇', '清水河道整治'],
    ['𠮷', '姓𠮷的人家'],
    ['挖掘机械', '附件里的词'],
    ['众满意', '2026年群众满意度调查结果'],
  ])('%s finds %s', async (words, title) => {
    put(
      { title: '2026年群众满意度调查结果' },
      { title: '示范县人民政府文件', number: '示政发〔2026〕3号' },
      { title: '别处的文件', number: '示政办发〔2025〕3号' },
      { title: '清水河道整治', body: '清水的河道' },
      { title: '姓𠮷的人家' },
      { title: '附件里的词', files: '设备清单.xlsx\n挖掘机械 三台' },
    );

    expect(await titles(words, { lexicon: new SearchLexicon(['清水镇']) })).toContain(title);
  });

  it('finds a mistyped word and says what it looked for instead', async () => {
    put({ title: '住房公积金提取流程' }, { title: '农村医疗保险' });

    const answer = await ask('公积斤提取');

    expect(answer).toMatchObject({ total: 1, corrected: '公积金提取' });
    expect(answer.hits[0]?.title).toBe('住房公积金提取流程');
  });

  it('finds words of one meaning, also in an index older than the dictionary', async () => {
    put({ title: '城乡居民医疗保险参保指南' });

    expect(await titles('医保', { lexicon: new SearchLexicon([], [['医保', '医疗保险']]) })).toHaveLength(1);
    expect(await titles('医保')).toEqual([]);
  });

  it('asks of a long question that its rarest words are there, not every one', async () => {
    put(...Array.from({ length: 30 }, () => ({ title: '综合简报', body: '申请 材料 流程 地点 时间' })));
    put({ title: '龙舟赛报名', body: '龙舟 报名 码头 端午 村队' });

    const answer = await ask('端午 村队 龙舟 报名 码头 申请 材料 流程 地点 时间');

    expect(answer).toMatchObject({ total: 1, isLoose: false });
    expect(answer.hits[0]?.title).toBe('龙舟赛报名');
  });

  it('shows what has some of the words when nothing has all', async () => {
    put({ title: '春耕备耕' }, { title: '秋收安排' });

    expect(await ask('春耕 火箭发射')).toMatchObject({ total: 1, isLoose: true });
  });
});

describe('范围', () => {
  beforeEach(() => {
    put(
      { siteId: 1, title: '门户春耕' },
      { siteId: 2, title: '清水春耕', kind: 'notice', channelId: 8, channelName: '公告' },
      { siteId: 9, networkId: 9, title: '外县春耕独有词语' },
      {
        siteId: 2,
        title: '旧春耕',
        publishedAt: new Date('2019-06-01'),
        kind: 'policyDocument',
        validity: 'void',
      },
    );
  });

  it('is one site, or one network, and nothing beyond', async () => {
    const network: Wish = { scope: { kind: 'network', networkId: 1 } };

    expect(await titles('春耕')).toEqual(['门户春耕']);
    expect((await titles('春耕', network)).toSorted()).toEqual(['旧春耕', '清水春耕', '门户春耕'].toSorted());
    expect((await ask('外县春耕独有词语', network)).hits.map(({ siteId }) => siteId)).not.toContain(9);
    expect(await ask('独有词遇', network)).toMatchObject({ total: 0, corrected: null });
    expect(await index.suggest('外县', { kind: 'network', networkId: 1 }, emptyLexicon, 8)).toEqual([]);
  });

  it.each([3, 8_191, 8_192, 4_000_001])('keeps site %i and its neighbour apart', async (siteId) => {
    const [id] = put({ siteId, title: '邻站分得清' });
    put({ siteId: siteId + 1, title: '邻站分得清' });

    const answer = await ask('邻站分得清', { scope: { kind: 'site', siteId } });
    expect(answer.hits.map((hit) => [hit.siteId, hit.id])).toEqual([[siteId, id]]);
    expect(await ask('分得清', { scope: { kind: 'site', siteId: siteId + 1 } })).toMatchObject({ total: 1 });
    writer.remove(siteId, [id as number]);
    expect(await titles('分得清', { scope: { kind: 'site', siteId } })).toEqual([]);
    expect(await titles('分得清', { scope: { kind: 'site', siteId: siteId + 1 } })).toHaveLength(1);
  });

  it('is left by nobody who writes the words of the index into a text', async () => {
    put({
      siteId: 3,
      networkId: 9,
      title: '潜入\uE000n1 \uE0021\uE002潜入',
      body: '\uE000n1 \uE0021\uE002潜入',
    });

    expect(await titles('潜入')).toEqual([]);
    expect(await titles('潜入', { scope: { kind: 'network', networkId: 1 } })).toEqual([]);
    expect(await titles('潜入 \uE000n9', { scope: { kind: 'network', networkId: 1 } })).not.toContain('潜入');
  });

  it('counts by site, channel, kind, year and validity, and narrows by each', async () => {
    const scope: SearchScope = { kind: 'network', networkId: 1 };
    const { facets } = await ask('春耕', { scope });

    expect(facets.site).toEqual([
      { value: '2', label: '', count: 2 },
      { value: '1', label: '', count: 1 },
    ]);
    expect(facets.year.map(({ value }) => value)).toEqual(['2026', '2019']);
    const narrowed = (filters: SearchFilters) => titles('春耕', { scope, filters });
    expect(await narrowed({ year: 2019 })).toEqual(['旧春耕']);
    expect(await narrowed({ validity: 'void' })).toEqual(['旧春耕']);
    expect(await narrowed({ kind: 'notice', siteId: 2 })).toEqual(['清水春耕']);
    expect(await narrowed({ siteId: 9 })).toEqual([]);
    expect(await titles('门户春耕', { scope, filters: { year: 2019 } })).not.toContain('门户春耕');
  });
});

describe('索引文件', () => {
  it('shows a change with the next answer, kept results or not', async () => {
    const [id] = put({ title: '将被撤下的通知' });
    expect(await titles('撤下')).toHaveLength(1);
    expect(await titles('撤下')).toHaveLength(1);

    writer.remove(1, [id as number]);

    expect(await titles('撤下')).toEqual([]);
    expect(await index.suggest('将被', { kind: 'site', siteId: 1 }, emptyLexicon, 8)).toEqual([]);
    expect(await ask('撤夏的通知')).toMatchObject({ corrected: null });
  });

  it('is exchanged under its readers, and says so when there is none', async () => {
    put({ title: '旧库的文章' });
    expect(await titles('旧库')).toHaveLength(1);
    const name = files.newName(NOW);
    const next = new FtsWriter(files.path(name));
    next.complete(NOW);
    next.close();
    files.use(name);

    expect(await ask('旧库')).toMatchObject({ state: 'ready', total: 0 });
    unlinkSync(files.path(name));
    expect(await ask('旧库')).toMatchObject({ state: 'absent', hits: [] });
  });

  it('answers anything that can be typed', async () => {
    put({ title: '一篇文章' });
    const typed = [
      '"',
      '*',
      'a"b',
      "'; DROP TABLE doc; --",
      'NEAR(',
      '\0',
      '\ud800',
      '\u202e文章',
      '文'.repeat(10_000),
      '{',
      '-',
      'NOT',
    ];

    for (const text of typed) expect(await ask(text)).toMatchObject({ state: 'building' });
  });

  it('suggests titles that begin with or contain what was typed', async () => {
    put({ title: '公积金提取' }, { title: '住房公积金' }, { title: '春耕' });

    const found = await index.suggest('公积', { kind: 'site', siteId: 1 }, emptyLexicon, 8);

    expect(found.map(({ title }) => title)).toEqual(['公积金提取', '住房公积金']);
  });
});
