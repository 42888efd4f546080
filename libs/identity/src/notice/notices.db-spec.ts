import { readConfig, type JobMover, Mailer, Outbox, OutboxRow, type Letter } from '@zhanqun/platform';
import { Account, MailNotice, Notice, NoticeChoices, NoticeDigest, Notices } from '@zhanqun/identity';
import { testDb } from '@zhanqun/test-support';
import type { SiteRef, StaffCtx } from '@zhanqun/kernel';
import { Office } from '../../test/office';

/** Keeps the letters instead of sending them; `refuses` stands for an address the server does not take. */
class Postbag extends Mailer {
  readonly letters: Letter[] = [];
  refuses = '';

  override send(letter: Letter): Promise<void> {
    if (letter.to === this.refuses) return Promise.reject(new Error('550'));
    this.letters.push(letter);
    return Promise.resolve();
  }
}

const config = readConfig({ MAIL_URL: 'smtp://127.0.0.1:1', CONSOLE_URL: 'https://back.example.gov.cn' });
let office: Office;
let postbag: Postbag;
let notices: Notices;
let choices: NoticeChoices;
let site: SiteRef;
let wang: Account;
let wangCtx: StaffCtx;

beforeAll(async () => {
  office = new Office(await testDb());
});
afterAll(() => office.close());

beforeEach(async () => {
  await office.clear();
  await office.db.shared(office.system, Notice).removeWhere({});
  await office.db.shared(office.system, OutboxRow).removeWhere({});
  postbag = new Postbag(config);
  choices = new NoticeChoices(office.db);
  const outbox = new Outbox(office.db, { announce: () => undefined } as unknown as JobMover);
  notices = new Notices(office.db, outbox, choices, office.memberships, postbag);
  site = office.site();
  wang = await office.hire({ role: 'editor', site });
  await office.db
    .shared(office.system, Account)
    .updateWhere({ id: wang.id }, { email: 'wang@example.gov.cn' });
  wangCtx = (await office.ctxOfToken((await office.signIn(wang.username)).token))!;
});

const news = (more: Partial<Parameters<Notices['tell']>[1]> = {}) =>
  ({
    to: [wang.id],
    kind: 'sentBack',
    title: '《汛期值班安排》被退回',
    path: '/sites/site1/articles/7',
    about: 'article:7',
    site,
    ...more,
  }) as const;
const titles = async (ctx = wangCtx): Promise<string[]> =>
  (await notices.mine(ctx, {}, { page: 1, pageSize: 20 })).items.map(({ title }) => title);

describe('消息提醒', () => {
  it('rings the bell of the people it is for and of nobody else', async () => {
    const other = await office.hire({ role: 'editor', site });
    const otherCtx = (await office.ctxOfToken((await office.signIn(other.username)).token))!;

    await notices.tell(office.system, news());

    expect(await titles()).toEqual(['《汛期值班安排》被退回']);
    expect(await notices.unread(wangCtx)).toBe(1);
    expect(await titles(otherCtx)).toEqual([]);
    const [{ id }] = (await office.db.shared(office.system, Notice).find()) as [Notice];
    expect(await notices.markRead(otherCtx, [id])).toBe(0);
    expect(await notices.markRead(wangCtx, [id])).toBe(1);
    expect(await notices.unread(wangCtx)).toBe(0);
  });

  it('tells nobody what they did themselves, and nobody whose account is disabled', async () => {
    await notices.tell(wangCtx, news());
    await office.db.shared(office.system, Account).updateWhere({ id: wang.id }, { status: 'disabled' });
    await notices.tell(office.system, news());

    expect(await office.db.shared(office.system, Notice).count({})).toBe(0);
  });

  it('replaces unread news of the same thing at the same site only', async () => {
    const elsewhere = office.site();
    await office.memberships.grant(office.system, { accountId: wang.id, role: 'editor', site: elsewhere });

    await notices.tell(office.system, news());
    await notices.tell(office.system, news({ title: '再次退回' }));
    await notices.tell(office.system, news({ title: '别处的第七号', site: elsewhere }));
    await notices.markRead(wangCtx, 'all');
    await notices.tell(office.system, news({ title: '第三次退回' }));

    expect((await titles()).toSorted()).toEqual(['再次退回', '别处的第七号', '第三次退回'].toSorted());
  });

  it('hides what happened at a site where the person works no more', async () => {
    await notices.tell(office.system, news());
    const [held] = await office.memberships.heldBy(office.system, [wang.id]);

    await office.memberships.revoke(office.system, held!.id);

    expect(await titles()).toEqual([]);
    expect(await notices.unread(wangCtx)).toBe(0);
  });

  it('keeps a title within its column, however rare its characters', async () => {
    await notices.tell(office.system, news({ title: '𠮷'.repeat(300) }));

    expect(await titles()).toEqual(['𠮷'.repeat(200)]);
  });
});

describe('接收方式', () => {
  it('is bell, mail, morning mail or nothing, as each person chose', async () => {
    await choices.choose(wangCtx, { sentBack: 'off', passed: 'mail' });

    await notices.tell(office.system, news());
    await notices.tell(office.system, news({ kind: 'passed', title: '已发布', about: 'article:8' }));

    expect(await titles()).toEqual(['已发布']);
    expect(await office.db.shared(office.system, OutboxRow).count({})).toBe(1);
  });

  it('does not let anybody switch off a rectification', async () => {
    expect(await choices.choose(wangCtx, { rectification: 'off' })).toMatchObject({ rectification: 'bell' });
  });

  it('sends at once what was asked for by mail, once, and not what was read meanwhile', async () => {
    await choices.choose(wangCtx, { sentBack: 'mail' });
    await notices.tell(office.system, news());
    const [notice] = (await office.db.shared(office.system, Notice).find()) as [Notice];
    const job = new MailNotice(office.db, postbag, config);

    await job.handle(office.system, { noticeId: notice.id });
    await job.handle(office.system, { noticeId: notice.id });

    expect(postbag.letters).toHaveLength(1);
    expect(postbag.letters[0]).toMatchObject({ to: 'wang@example.gov.cn' });
    expect(postbag.letters[0]?.text).toContain('https://back.example.gov.cn/sites/site1/articles/7');

    await notices.tell(office.system, news({ title: '<script>&' }));
    const [, second] = await office.db.shared(office.system, Notice).find({ order: { id: 'ASC' } });
    await notices.markRead(wangCtx, 'all');
    await job.handle(office.system, { noticeId: second?.id ?? notice.id + 1 });
    expect(postbag.letters).toHaveLength(1);
  });

  it('gathers the morning mail, one a person, and keeps it for another day where it is refused', async () => {
    await choices.choose(wangCtx, { sentBack: 'digest' });
    await notices.tell(office.system, news({ title: '甲 <b>' }));
    await notices.tell(office.system, news({ title: '乙', about: 'article:9' }));
    const digest = new NoticeDigest(office.db, postbag, notices, config);

    postbag.refuses = 'wang@example.gov.cn';
    await digest.run(office.system);
    expect(postbag.letters).toEqual([]);

    postbag.refuses = '';
    await digest.run(office.system);
    await digest.run(office.system);
    expect(postbag.letters).toHaveLength(1);
    expect(postbag.letters[0]?.subject).toContain('2 条');
    expect(postbag.letters[0]?.html).toContain('甲 &lt;b&gt;');
  });
});
