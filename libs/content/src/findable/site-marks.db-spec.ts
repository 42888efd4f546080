import { Site, MemorySiteDirectory } from '@zhanqun/tenancy';
import { Newsroom } from '../../test/newsroom';
import { TodoSources } from '../todo/todo-source';

let room: Newsroom;

beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());

describe('页脚缺项', () => {
  it('is told to who keeps the site, figure by figure, and to nobody else', async () => {
    const site = await room.online(await room.site());
    const sources = room.app.get(TodoSources);
    const marksOf = async (role: 'siteAdmin' | 'editor'): Promise<string[]> =>
      (await sources.list(room.person(site, role)))
        .filter(({ kind }) => kind === 'siteMarks')
        .map(({ note }) => note);

    const [note = ''] = await marksOf('siteAdmin');
    expect(note).toContain('ICP备案号');
    expect(note).toContain('联系电话');
    expect(await marksOf('editor')).toEqual([]);

    await room.db.shared(room.system, Site).updateWhere(
      { id: site.id },
      {
        siteCode: '4399990001',
        icpNumber: '示ICP备2026000001号-1',
        policeFilingNumber: '示公网安备43999902000001号',
        contactPhone: '0700-1234567',
        contactAddress: '清水镇中心路1号',
        sponsorId: await room.organisation(),
        operatorId: await room.organisation(),
      },
    );
    await room.app.get(MemorySiteDirectory).refreshSites(room.system, [site.id]);
    await room.purges.add(room.root(site), [`site:${site.id}:chrome`]);

    expect(await marksOf('siteAdmin')).toEqual([]);
  });
});
