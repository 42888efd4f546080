import { atSite, pageRequest, type EditorCtx, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { readSheet } from '@zhanqun/platform';
import { MemorySiteDirectory } from '@zhanqun/tenancy';
import { Newsroom } from '../../../test/newsroom';
import { checkText } from '../check-text';
import { CheckLists } from './check-lists';
import { RuleDesk } from './rule-desk';
import { TermDesk } from './term-desk';
import { TermExport } from './term-export';
import { TermImport } from './term-import';

jest.setTimeout(60_000);

let room: Newsroom;
let town: SiteRef;
let portal: SiteRef;
let elsewhere: SiteRef;
let terms: TermDesk;
let rules: RuleDesk;
let officer: StaffCtx;
let atPortal: EditorCtx;
let atTown: EditorCtx;
beforeAll(async () => {
  room = await Newsroom.open();
  town = await room.site();
  elsewhere = await room.site();
  portal = room.app.get(MemorySiteDirectory).byId(town.portalId) as SiteRef;
  terms = room.app.get(TermDesk);
  rules = room.app.get(RuleDesk);
  officer = room.system;
  atPortal = { ...atSite(room.system, portal) };
  atTown = { ...atSite(room.system, town) };
});
afterAll(() => room.close());

const found = async (site: SiteRef | undefined, text: string): Promise<[string, string][]> =>
  checkText(await room.app.get(CheckLists).at(site), text).map(({ text: word, severity }) => [
    word,
    severity,
  ]);
const refused = (code: string) => ({ code: `content.check.${code}` });

describe('分层词表', () => {
  it('descends from platform and portal to the site, and no further than below its own place', async () => {
    await terms.add(officer, { wrong: '平台禁语', kind: 'sensitive' });
    await terms.add(atPortal, { wrong: '门户旧称', right: '门户新称', kind: 'organisation' });
    await terms.add(atTown, { wrong: '本站错字', right: '本站正字', kind: 'misspelling', severity: 'hint' });
    const text = '平台禁语、门户旧称、本站错字、布署工作';

    expect(await found(town, text)).toEqual([
      ['平台禁语', 'block'],
      ['门户旧称', 'warn'],
      ['本站错字', 'hint'],
      ['布署', 'warn'],
    ]);
    expect(await found(portal, text)).toHaveLength(3);
    expect(await found(elsewhere, text)).toEqual([
      ['平台禁语', 'block'],
      ['布署', 'warn'],
    ]);
  });

  it('lets a site switch an inherited word off, weigh it otherwise, and go back', async () => {
    await terms.stand(atTown, '布署', { severity: null, isOff: true, isLocked: false });
    expect(await found(town, '布署')).toEqual([]);
    expect(await found(portal, '布署')).toEqual([['布署', 'warn']]);

    await terms.stand(atTown, '布署', { severity: 'block', isOff: false, isLocked: false });
    expect(await found(town, '布署')).toEqual([['布署', 'block']]);

    await terms.stand(atTown, '布署', { severity: null, isOff: false, isLocked: false });
    expect(await found(town, '布署')).toEqual([['布署', 'warn']]);
  });

  it('keeps a locked word from every change below, and offers it unlocked again', async () => {
    await terms.add(officer, { wrong: '锁定词语', kind: 'sensitive' }, true);

    const stance = { severity: 'hint' as const, isOff: false, isLocked: false };
    await expect(terms.stand(atTown, '锁定词语', stance)).rejects.toMatchObject(refused('termLocked'));
    await expect(
      terms.add(atTown, { wrong: '锁定词语', right: '另写', kind: 'wording' }),
    ).rejects.toMatchObject(refused('termLocked'));
    await terms.stand(officer, '幅射', { severity: 'block', isOff: false, isLocked: true });
    await expect(terms.stand(atTown, '幅射', stance)).rejects.toMatchObject(refused('termLocked'));
    expect(await found(town, '幅射')).toEqual([['幅射', 'block']]);

    await terms.stand(officer, '幅射', { severity: null, isOff: false, isLocked: false });
    await expect(terms.stand(atTown, '幅射', stance)).resolves.toBeUndefined();
    expect(await found(town, '幅射')).toEqual([['幅射', 'hint']]);
  });

  it('refuses a lock where nothing stands below, a word twice and words that cannot work', async () => {
    await expect(terms.add(atTown, { wrong: '某词', kind: 'wording' }, true)).rejects.toMatchObject(
      refused('lockRefused'),
    );
    await expect(terms.add(atTown, { wrong: '本站错字', kind: 'wording' })).rejects.toMatchObject(
      refused('termExists'),
    );
    await expect(
      terms.add(atTown, { wrong: '错', right: '错', kind: 'misspelling', within: ['对'] }),
    ).rejects.toMatchObject(refused('termInvalid'));
    await expect(
      terms.add(atTown, { wrong: '截止', right: '截止到', kind: 'misspelling' }),
    ).rejects.toMatchObject(refused('termInvalid'));
  });

  it('lists, searches and pages what holds, and shows nothing of other sites', async () => {
    const all = await terms.list(atTown, {}, pageRequest(1, 5));
    expect(all.items[0]).toMatchObject({ term: { wrong: '本站错字' }, own: { severity: 'hint' } });
    expect(all.total).toBeGreaterThan(2);
    expect((await terms.list(atTown, { q: '禁语' }, pageRequest(1, 5))).items).toHaveLength(1);
    expect((await terms.list(atTown, { show: 'own' }, pageRequest(1, 5))).total).toBe(1);

    const there = { ...atSite(room.system, elsewhere) };
    expect((await terms.list(there, { q: '本站错字' }, pageRequest(1, 5))).total).toBe(0);
    const id = all.items[0]?.own?.id ?? 0;
    await expect(terms.change(there, id, { right: '改' })).rejects.toMatchObject({
      code: 'content.flaggedTerm.notFound',
    });
    await expect(terms.remove(there, id)).rejects.toMatchObject({ code: 'content.flaggedTerm.notFound' });
  });

  it('changes and removes an own word', async () => {
    await terms.add(atTown, { wrong: '临时词语', kind: 'wording' });
    const { own } = await terms.get(atTown, '临时词语');

    await terms.change(atTown, own?.id ?? 0, { right: '正式词语', isOff: true });
    expect(await found(town, '临时词语')).toEqual([]);
    await terms.change(atTown, own?.id ?? 0, { isOff: false });
    expect(await found(town, '临时词语')).toEqual([['临时词语', 'warn']]);

    await terms.remove(atTown, own?.id ?? 0);
    expect(await found(town, '临时词语')).toEqual([]);
  });
});

describe('检查规则', () => {
  it('are set in layers with locks', async () => {
    await rules.set(atPortal, 'misspelling', 'block', false);
    expect(await found(town, '按步就班布署')).toContainEqual(['布署', 'block']);
    await rules.set(atTown, 'misspelling', 'off', false);
    expect(await found(town, '布署')).toEqual([]);

    await rules.set(officer, 'misspelling', 'hint', true);
    expect(await found(town, '布署')).toEqual([['布署', 'hint']]);
    await expect(rules.set(atTown, 'misspelling', 'off', false)).rejects.toMatchObject(refused('ruleLocked'));
    expect((await rules.list(atTown)).find(({ rule }) => rule.code === 'misspelling')).toMatchObject({
      level: 'hint',
      own: { level: 'off' },
    });

    await rules.clear(officer, 'misspelling');
    await rules.clear(atTown, 'misspelling');
    await rules.clear(atPortal, 'misspelling');
    expect(await found(town, '布署')).toEqual([['布署', 'warn']]);
  });
});

describe('导入导出', () => {
  const table = (rows: string[]): Uint8Array =>
    new TextEncoder().encode(['错误写法,正确写法,类别,级别,不在这些词中', ...rows].join('\n'));
  const rows = [
    '截止目前,截至目前,错别字,请核对,',
    '好,坏,,,',
    '某某局,,机构,,',
    '截止目前,重复,,,',
    '=公式词,,敏感词,必须改正,',
  ];

  it('tells in a dry run what is good and what is bad, and changes nothing', async () => {
    const report = await room.app.get(TermImport).run(atTown, table(rows), '词表.csv', true);

    expect(report).toMatchObject({ rows: 5, added: 2, changed: 0, badCount: 3 });
    expect(report.bad.map(({ row }) => row)).toEqual([3, 4, 5]);
    expect((await terms.list(atTown, { show: 'own' }, pageRequest(1, 5))).total).toBe(1);
  });

  it('takes the good rows, is quiet the second time, and gives the same table back', async () => {
    const imports = room.app.get(TermImport);
    expect(await imports.run(atTown, table(rows), '词表.csv', false)).toMatchObject({
      added: 2,
      badCount: 3,
    });
    expect(await found(town, '截止目前')).toEqual([['截止目前', 'warn']]);

    const file = await room.app.get(TermExport).run(atTown, 'own');
    expect((await readSheet(file, '词表.xlsx')).at(-1)?.[0]).toBe("'=公式词");
    expect(await imports.run(atTown, file, '词表.xlsx', false)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
      badCount: 0,
    });
  });

  it('refuses a table without the column of the words', async () => {
    const bytes = new TextEncoder().encode('名称,电话\n甲,1');

    await expect(room.app.get(TermImport).run(atTown, bytes, 'a.csv', true)).rejects.toMatchObject(
      refused('importHeadMissing'),
    );
  });
});

describe('其他进程', () => {
  it('hear of a change by the purge log', async () => {
    const neighbour = new CheckLists(room.db, room.purges, room.clock);
    neighbour.onModuleInit();
    await neighbour.at(town);

    await terms.add(atTown, { wrong: '新添词语', kind: 'wording' });

    expect((await neighbour.at(town)).find('新添词语')).not.toBeNull();
    neighbour.onModuleDestroy();
  });
});
