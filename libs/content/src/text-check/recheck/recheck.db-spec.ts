import { atSite, pageRequest, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import { DAY, Newsroom } from '../../../test/newsroom';
import { TodoSources } from '../../todo/todo-source';
import { TermDesk } from '../lists/term-desk';
import { CheckFindings } from './check-findings';
import { RecheckChanged, RecheckPublishedJob } from './recheck.jobs';
import { RecheckPublished } from './recheck.events';
import { Recheck } from './recheck.service';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let elsewhere: SiteRef;
let editor: EditorCtx;
let admin: EditorCtx;
let recheck: Recheck;
let findings: CheckFindings;
beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
  elsewhere = await room.site();
  editor = room.person(site, 'editor');
  admin = room.person(site, 'siteAdmin');
  recheck = room.app.get(Recheck);
  findings = room.app.get(CheckFindings);
});
afterAll(() => room.close());

const here = () => atSite(room.system, site);
const work = async (): Promise<void> => {
  for (const row of await room.jobs(RecheckPublished.kind)) {
    const payload = row.payload as unknown as RecheckPublished;
    const at = row.siteId === site.id ? site : elsewhere;
    await room.app.get(RecheckPublishedJob).handle(atSite(room.system, at), payload);
  }
};
const open = async () => (await findings.list(here(), { state: 'open' }, pageRequest())).items;

describe('已发布内容复查', () => {
  it('finds in published texts what the lists of today say, once people stopped changing them', async () => {
    const { id } = await room.publish(editor, { title: '乙村简报', body: '<p>旧称某某站照常开放。</p>' });
    await room.publish(room.person(elsewhere, 'editor'), { body: '<p>某某站。</p>' });
    await room.app
      .get(TermDesk)
      .add({ ...atSite(room.system, site) }, { wrong: '某某站', right: '某某中心', kind: 'organisation' });

    await room.app.get(RecheckChanged).run(room.system);
    expect(await recheck.latest(here())).toBeNull();
    room.clock.advance(3 * 60_000);
    await room.app.get(RecheckChanged).run(room.system);
    await room.app.get(RecheckChanged).run(room.system);
    await work();

    expect(await recheck.latest(here())).toMatchObject({ state: 'done', checked: 1, found: 1, total: 1 });
    expect(await recheck.latest(atSite(room.system, elsewhere))).toBeNull();
    expect(await open()).toMatchObject([
      { articleId: id, text: '某某站', suggest: '某某中心', severity: 'warn' },
    ]);
  });

  it('is a to-do for those who administer the site and for nobody else', async () => {
    const todos = room.app.get(TodoSources);

    expect(await todos.list(admin)).toMatchObject([{ kind: 'check', note: '1 处待处理' }]);
    expect((await todos.list(editor)).filter(({ kind }) => kind === 'check')).toEqual([]);
  });

  it('is answered for with a reason, which the next run respects, and can be opened again', async () => {
    const [finding] = await open();
    const id = finding?.id ?? 0;
    await expect(findings.settle(admin, [id], 'ignored')).rejects.toMatchObject({
      code: 'content.check.ignoringNeedsReason',
    });
    await expect(findings.settle(room.person(elsewhere, 'siteAdmin'), [id], 'handled')).rejects.toMatchObject(
      { code: 'content.checkFinding.notFound' },
    );

    await findings.settle(room.now(admin), [id], 'ignored', '历史文件，保留原称');
    const run = await recheck.start(here(), 'asked');
    expect((await recheck.start(here(), 'asked')).id).toBe(run.id);
    await work();
    expect(await open()).toEqual([]);

    await findings.settle(room.now(admin), [id], 'open');
    expect(await open()).toHaveLength(1);
  });

  it('is gone when the corrected text goes live', async () => {
    const [finding] = await open();
    const id = finding?.articleId ?? 0;
    const { revision } = await room.articles.revise(room.now(editor), id);
    await room.articles.change(room.now(editor), id, {
      version: revision.version,
      body: '<p>某某中心照常开放。</p>',
      summary: '开放',
    });
    await room.pass(editor, id);

    expect(await open()).toEqual([]);
  });

  it('goes on where it stopped, batch by batch', async () => {
    const run = await recheck.start(here(), 'asked');
    while (await recheck.proceed(here(), run.id));

    expect(await recheck.latest(here())).toMatchObject({ state: 'done', afterId: expect.any(Number) });
    expect(await recheck.proceed(here(), run.id)).toBe(false);
  });

  it('is made again after thirty days, and first thirty days after a site began', async () => {
    const begun = room.clock.now();
    const regular = async () => {
      const runs = [await recheck.latest(here()), await recheck.latest(atSite(room.system, elsewhere))];
      return runs.map((run) => run && run.startedAt > begun && run.reason);
    };
    room.clock.advance(29 * DAY);
    await room.app.get(RecheckChanged).run(room.system);
    expect(await regular()).toEqual([false, null]);

    room.clock.advance(DAY);
    await room.app.get(RecheckChanged).run(room.system);
    expect(await regular()).toEqual(['regular', 'regular']);
  });
});
