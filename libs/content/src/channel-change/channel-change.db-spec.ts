import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Channel } from '../channel/channel.entity';
import { ChannelPage } from '../channel/channel.page';
import { Newsroom } from '../../test/newsroom';
import { ChannelChangeService } from './channel-change.service';
import { DirectChanges } from './direct-changes';

jest.setTimeout(120_000);

let room: Newsroom;
let site: SiteRef;
let admin: EditorCtx;
let office: EditorCtx;
let changes: ChannelChangeService;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.online(await room.site());
  admin = room.person(site, 'siteAdmin');
  office = room.supervisor(site);
  changes = room.app.get(ChannelChangeService);
});
afterAll(() => room.close());

const reason = '栏目长期不更新';
const newChannel = (path: string) =>
  room.channels.create(room.root(site), { path, name: `栏目${path}`, kind: 'dynamic', updateClass: 'other' });
const stored = (id: number) => room.db.site(admin, Channel).findOne({ id });
const opened = (path: string) =>
  room.app.get(ChannelPage).load(room.citizen(site), { path }, room.frame(site));

describe('栏目变更', () => {
  it('is applied for once the site is online, and done directly before', async () => {
    const direct = room.app.get(DirectChanges);
    const channel = await newChannel('zhijie');
    const preparing = await room.site();
    const early = room.person(preparing, 'siteAdmin');
    const wish = { path: 'xin', name: '新栏目', kind: 'dynamic', updateClass: 'other' } as const;

    expect(await direct.create(early, wish)).toMatchObject({ path: 'xin' });
    for (const attempt of [
      () => direct.create(admin, wish),
      () => direct.remove(admin, channel.id),
      () => direct.edit(admin, channel.id, { updateClass: 'notice' }),
      async () => direct.edit(admin, channel.id, { ownerOrganisationId: await room.organisation() }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'content.channelChange.applicationNeeded' });
    }
    expect(await direct.edit(admin, channel.id, { name: '改名' })).toMatchObject({ name: '改名' });
  });

  it('opens a channel with the approval, in one transaction', async () => {
    const plan = {
      name: '惠民政策',
      path: 'hmzc',
      kind: 'policy',
      updateClass: 'policy',
      ownerOrganisationId: await room.organisation(),
    } as const;
    const change = await changes.apply(admin, {
      kind: 'open',
      plan,
      reason,
      keeping: '办公室初审，分管领导复审',
    });
    expect(await opened('hmzc/')).toMatchObject({ kind: 'notFound' });

    const approved = await changes.approve(office, change.id, '同意');

    expect(approved).toMatchObject({ state: 'approved', outcome: expect.stringContaining('/hmzc/') });
    expect(await stored(approved.channelId ?? 0)).toMatchObject({ path: 'hmzc', updateClass: 'policy' });
  });

  it('merges: articles go along, their addresses stay, the old channel leads on for good', async () => {
    const editor = room.person(site, 'editor');
    const [from, into] = [await newChannel('jiu'), await newChannel('xinjia')];
    const article = await room.publish(editor, { channelId: from.id, importance: 'routine' });
    const draft = await room.draft(editor, { channelId: from.id });
    const change = await changes.apply(admin, {
      kind: 'merge',
      channelId: from.id,
      intoChannelId: into.id,
      reason,
    });

    const purged = await room.purgedBy(() => changes.approve(office, change.id));

    expect(purged).toEqual(expect.arrayContaining([`site:${site.id}:chrome`, `channel:${into.id}`]));
    for (const { id } of [article, draft])
      expect(await room.stored(admin, id)).toMatchObject({ channelId: into.id });
    expect(await stored(into.id)).toMatchObject({ hasContent: true });
    for (const address of ['jiu/', 'jiu/p2/']) {
      expect(await opened(address)).toMatchObject({
        kind: 'redirect',
        location: '/xinjia/',
        isPermanent: true,
      });
    }
    await expect(room.draft(editor, { channelId: from.id })).rejects.toMatchObject({
      code: 'content.channel.closed',
    });

    const last = await newChannel('zuizhong');
    const again = await changes.apply(admin, {
      kind: 'merge',
      channelId: into.id,
      intoChannelId: last.id,
      reason,
    });
    await changes.approve(office, again.id);
    expect(await opened('jiu/')).toMatchObject({ location: '/zuizhong/' });
  });

  it('closes only what is empty or goes somewhere', async () => {
    const full = await newChannel('youwen');
    await room.draft(room.person(site, 'editor'), { channelId: full.id });
    await expect(changes.apply(admin, { kind: 'close', channelId: full.id, reason })).rejects.toMatchObject({
      code: 'content.channelChange.invalid',
      message: expect.stringContaining('1 篇文章'),
    });

    const empty = await newChannel('kong');
    const change = await changes.apply(admin, { kind: 'close', channelId: empty.id, reason });
    await expect(changes.apply(admin, { kind: 'close', channelId: empty.id, reason })).rejects.toMatchObject({
      code: 'content.channelChange.alreadyOpen',
    });
    await changes.approve(office, change.id);
    expect(await opened('kong/')).toMatchObject({ kind: 'redirect', location: '/' });
  });

  it('changes owner and cycle, and leaves everything as it was when refused', async () => {
    const channel = await newChannel('zhouqi');
    const ownerOrganisationId = await room.organisation();
    const owner = await changes.apply(admin, {
      kind: 'owner',
      channelId: channel.id,
      plan: { ownerOrganisationId, updateClass: 'news' },
      reason,
    });
    await changes.approve(office, owner.id);
    expect(await stored(channel.id)).toMatchObject({ ownerOrganisationId, updateClass: 'other' });

    const cycle = await changes.apply(admin, {
      kind: 'cycle',
      channelId: channel.id,
      plan: { updateClass: 'notice' },
      reason,
    });
    await changes.refuse(office, cycle.id, '周期过长');
    expect(await stored(channel.id)).toMatchObject({ updateClass: 'other' });
    expect(changes.movesFor(office, await changes.get(office, cycle.id))).toEqual([]);
  });

  it('is decided by the office, never by who applied, and taken back only by who applied', async () => {
    const channel = await newChannel('shenpi');
    const change = await changes.apply(admin, { kind: 'close', channelId: channel.id, reason });

    await expect(changes.approve(room.person(site, 'siteAdmin'), change.id)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(changes.approve({ ...office, actor: admin.actor }, change.id)).rejects.toMatchObject({
      code: 'content.channelChange.ownApplication',
    });
    await expect(changes.recall(room.person(site, 'siteAdmin'), change.id)).rejects.toMatchObject({
      kind: 'notFound',
    });
    expect(await changes.recall(admin, change.id)).toMatchObject({ state: 'recalled' });
    await expect(changes.approve(office, change.id)).rejects.toMatchObject({
      code: 'content.channelChange.moveRefused',
    });
  });

  it('tells what an opening must say', async () => {
    await expect(changes.apply(admin, { kind: 'open', plan: {}, reason: '' })).rejects.toMatchObject({
      message: expect.stringMatching(/申请理由必填.*审核和发布要求必填.*责任单位必填.*更新类别/),
    });
  });
});
