import type { SiteRef } from '@zhanqun/kernel';
import { NetworkNotices, Settings, siteNotice, SiteService } from '@zhanqun/tenancy';
import { ThemeSettings } from '@zhanqun/theming';
import { Newsroom } from '../../test/newsroom';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
});
afterAll(() => room.close());

const SECRET = '机密★10年';

describe('不经稿件公开的文字', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'an emergency banner',
      () =>
        room.app.get(NetworkNotices).putUp(room.system, 'emergency', {
          scope: 'all',
          level: 1,
          title: '暴雨红色预警',
          text: SECRET,
        }),
    ],
    [
      'a text of the look',
      () => room.app.get(ThemeSettings).save(room.root(site), { name: 'base', settings: { slogan: SECRET } }),
    ],
    ['the notice of a site', () => room.app.get(Settings).set(room.root(site), siteNotice, SECRET)],
    ['the footer', () => room.app.get(SiteService).edit(room.root(site), { contactAddress: SECRET })],
  ])('is refused in %s like in an article', async (_place, written) => {
    await expect(written()).rejects.toMatchObject({ code: 'content.check.wordsRefused' });
  });

  it('goes up with doubts, which keep nothing back in an emergency', async () => {
    const text = '请沿线群众布署转移，联系值班电话 0999-6288010。';

    const notice = await room.app
      .get(NetworkNotices)
      .putUp(room.system, 'emergency', { scope: 'all', level: 1, title: '暴雨红色预警', text });

    expect(notice.state).toBe('standing');
  });
});
