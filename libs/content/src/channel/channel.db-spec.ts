import { atSite, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import { SiteService } from '@zhanqun/tenancy';
import { Newsroom } from '../../test/newsroom';
import { Channel } from './channel.entity';

let room: Newsroom;
let site: SiteRef;
let admin: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site();
  admin = room.person(site, 'siteAdmin');
});

const plain = { kind: 'dynamic', updateClass: 'news' } as const;
const paths = async () => (await room.channels.tree(admin)).all().map((node) => node.path);

describe('建站时的栏目', () => {
  it('come from the blueprint with their tree', async () => {
    const tree = await room.channels.tree(admin);

    expect(tree.at('zwgk/zcwj')?.parent?.path).toBe('zwgk');
    expect(tree.at('xzgk')).toMatchObject({
      name: expect.stringContaining('走进清水镇'),
      kind: 'static',
      isNavigation: true,
    });
  });

  it('have each a body that answers for it', async () => {
    const [sponsorId, operatorId] = [await room.organisation(), await room.organisation()];
    const names = { key: 'owned', name: '归属县人民政府', shortName: '归属县' };
    const opened = await room.app
      .get(SiteService)
      .open(room.system, { blueprint: 'portal', ...names, sponsorId, operatorId });
    const channels = room.db.site(atSite(room.system, opened.site), Channel);
    const owners = (await channels.select(['ownerOrganisationId'], {})).map((row) => row.ownerOrganisationId);

    expect(owners.length).toBeGreaterThan(19);
    expect(new Set(owners)).toEqual(new Set([sponsorId, operatorId]));
  });
});

describe('栏目', () => {
  it('is made below a parent with its address joined', async () => {
    const parent = await room.channel(site, 'zwgk');
    const channel = await room.channels.create(admin, {
      ...plain,
      name: '人事信息',
      path: 'rsxx',
      parentId: parent.id,
    });

    expect(channel).toMatchObject({ path: 'zwgk/rsxx', parentId: parent.id });
    expect(await paths()).toContain('zwgk/rsxx');
  });

  it.each([
    ['tzgg', 'content.channel.pathTaken'],
    ['art', 'content.channel.pathReserved'],
    ['p2', 'content.channel.pathReserved'],
    ['公告', 'content.channel.pathInvalid'],
  ])('refuses the address %s', async (path, code) => {
    await expect(room.channels.create(admin, { ...plain, name: '新栏目', path })).rejects.toMatchObject({
      code,
    });
  });

  it('refuses the address under which another site of the host lives', async () => {
    const portal = room.root(await portalOf());

    await expect(
      room.channels.create(portal, { ...plain, name: '乡镇', path: site.prefix.slice(1) }),
    ).rejects.toMatchObject({
      code: 'content.channel.pathReserved',
    });
  });

  it('is not made below a channel of another site', async () => {
    const foreign = await room.channel(await room.site(), 'zwgk');

    await expect(
      room.channels.create(admin, { ...plain, name: '新栏目', path: 'xlm', parentId: foreign.id }),
    ).rejects.toMatchObject({ code: 'content.channel.notFound' });
  });

  it('may update more often than the regulation asks, never less', async () => {
    const channel = await room.channel(site, 'tzgg');

    await room.channels.edit(admin, channel.id, { cycleDays: 30 });
    expect(room.channels.cycleOf(admin, await room.channels.getChannel(admin, channel.id))).toMatchObject({
      days: 30,
    });
    await expect(room.channels.edit(admin, channel.id, { cycleDays: 300 })).rejects.toMatchObject({
      code: 'content.channel.cycleTooLong',
    });
  });

  it('purges the tree and the frame of its site when it is renamed', async () => {
    const channel = await room.channel(site, 'tzgg');
    const tags = await room.purgedBy(() => room.channels.edit(admin, channel.id, { name: '公告公示' }));

    expect(tags).toEqual(
      expect.arrayContaining([`site:${site.id}:channels`, `site:${site.id}:chrome`, `channel:${channel.id}`]),
    );
    expect((await room.channels.tree(admin)).find(channel.id)?.name).toBe('公告公示');
  });

  it('keeps its address when it moves, and never stands below itself', async () => {
    const zwgk = await room.channel(site, 'zwgk');
    const zcwj = await room.channel(site, 'zwgk/zcwj');
    const tzgg = await room.channel(site, 'tzgg');
    await room.channels.move(admin, tzgg.id, { parentId: zwgk.id, position: 0 });

    const tree = await room.channels.tree(admin);
    expect(tree.at('tzgg')?.parent?.path).toBe('zwgk');
    expect(tree.find(zwgk.id)?.children[0]?.path).toBe('tzgg');
    for (const parentId of [zwgk.id, zcwj.id]) {
      await expect(room.channels.move(admin, zwgk.id, { parentId, position: 0 })).rejects.toMatchObject({
        code: 'content.channel.moveIntoItself',
      });
    }
  });

  it('makes no circle when two are moved below each other at the same time', async () => {
    const [one, two] = [await room.channel(site, 'tzgg'), await room.channel(site, 'snxx')];
    await Promise.allSettled([
      room.channels.move(admin, one.id, { parentId: two.id, position: 0 }),
      room.channels.move(admin, two.id, { parentId: one.id, position: 0 }),
    ]);

    expect(await paths()).toEqual(expect.arrayContaining(['tzgg', 'snxx']));
  });

  it('goes only when it is empty', async () => {
    const editor = room.person(site, 'editor');
    const tzgg = await room.channel(site, 'tzgg');
    await room.draft(editor, { channelId: tzgg.id });

    await expect(room.channels.remove(admin, tzgg.id)).rejects.toMatchObject({
      code: 'content.channel.notEmpty',
    });
    await expect(room.channels.remove(admin, (await room.channel(site, 'zwgk')).id)).rejects.toMatchObject({
      code: 'content.channel.notEmpty',
    });
    await room.channels.remove(admin, (await room.channel(site, 'snxx')).id);
    expect(await paths()).not.toContain('snxx');
  });

  it('keeps its address once it holds something', async () => {
    const tzgg = await room.channel(site, 'tzgg');
    await room.channels.edit(admin, tzgg.id, { path: 'gsgg' });
    await room.draft(room.person(site, 'editor'), { channelId: tzgg.id });

    await expect(room.channels.edit(admin, tzgg.id, { path: 'tzgg' })).rejects.toMatchObject({
      code: 'content.channel.pathFixed',
    });
  });

  it('is none of an editor’s business to change', async () => {
    const tzgg = await room.channel(site, 'tzgg');

    await expect(
      room.channels.edit(room.person(site, 'editor'), tzgg.id, { name: 'x' }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('wants an address to lead to when it is a link', async () => {
    const link = { kind: 'link', updateClass: 'static', name: '网上大厅', path: 'wsdt' } as const;

    await expect(
      room.channels.create(admin, { ...link, linkUrl: 'javascript:alert(1)' }),
    ).rejects.toMatchObject({
      code: 'content.channel.invalid',
    });
    await room.channels.create(admin, { ...link, linkUrl: 'https://zwfw.example.gov.cn/' });
  });
});

async function portalOf(): Promise<SiteRef> {
  const { SiteDirectory } = await import('@zhanqun/platform');
  const portal = room.app.get(SiteDirectory).byId(site.portalId);
  if (!portal) throw new Error('no portal');
  return portal;
}
