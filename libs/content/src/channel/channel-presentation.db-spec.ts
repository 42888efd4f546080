import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { PublicSite, ThemeLibrary, type Answer } from '@zhanqun/theming';
import { Newsroom } from '../../test/newsroom';
import { CHANNEL_PRESENTATIONS } from './channel-presentation';
import { ChannelViews } from './channel-views';

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let admin: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.online(await room.site());
  editor = room.person(site, 'editor');
  admin = room.person(site, 'siteAdmin');
}, 120_000);
afterAll(() => room?.close());

const get = async (path: string): Promise<Answer> =>
  room.app
    .get(PublicSite)
    .handle({ method: 'GET', host: site.host, url: site.prefix + path, headers: { host: site.host } });
const html = async (path: string): Promise<string> => ((await get(path)).body as Buffer).toString();
async function layOut(path: string, template: string | null): Promise<number> {
  const { id } = await room.channel(site, path);
  await room.channels.edit(room.now(admin), id, { template });
  return id;
}

describe('栏目样式', () => {
  it('are offered as far as the theme of the site draws them, each with an explanation', async () => {
    const offered = await room.app.get(ChannelViews).presentations(admin);

    expect(offered.map(({ template }) => template)).toEqual(
      CHANNEL_PRESENTATIONS.map(({ template }) => template),
    );
    for (const { template, help } of offered) {
      expect(room.app.get(ThemeLibrary).get('base').has(template)).toBe(true);
      expect(help.length).toBeGreaterThan(10);
    }
  });

  it('shows questions with the whole answer, within four statements', async () => {
    const channelId = await layOut('xzdt', 'pages/channel-questions.njk');
    await room.publish(editor, {
      channelId,
      title: '参保登记要带什么？',
      body: '<p>身份证和户口簿。</p>',
      importance: 'routine',
    });
    await html('/sitemap/');

    expect(await room.db.countStatements(() => html('/xzdt/'))).toBeLessThanOrEqual(4);
    expect(await html('/xzdt/')).toMatch(
      /<details class="question"[\s\S]*参保登记要带什么？[\s\S]*身份证和户口簿/,
    );
  });

  it('makes a list of a channel that was a single text, with the facts of its kind', async () => {
    const channelId = await layOut('zwgk/jgzn', 'pages/channel-organisations.njk');
    await room.publish(editor, {
      channelId,
      kind: 'organisationProfile',
      title: '清水镇党政办公室',
      facts: {
        address: '清水镇人民路 1 号',
        phone: '0700-1234567',
        officeHours: '工作日 8:30—12:00',
        duties: '负责文电。',
      },
    });

    expect(await html('/zwgk/jgzn/')).toMatch(/class="organisations"[\s\S]*清水镇人民路 1 号/);
  });

  it('falls back to the usual list when the theme does not draw the chosen one', async () => {
    const channelId = await layOut('tzgg', 'pages/channel-of-another-theme.njk');
    await room.publish(editor, { channelId, title: '停水公告', importance: 'routine' });

    expect(await html('/tzgg/')).toMatch(/class="article-list article-list-rows"[\s\S]*停水公告/);
  });

  it('refuses what is no page template', async () => {
    const { id } = await room.channel(site, 'tzgg');

    await expect(
      room.channels.edit(room.now(admin), id, { template: '../layouts/page.njk' }),
    ).rejects.toMatchObject({ code: 'content.channel.invalid' });
  });
});

describe('相关文章', () => {
  it('stand below an article and leave when they are withdrawn', async () => {
    const { id: channelId } = await room.channel(site, 'snxx');
    const earlier = await room.publish(editor, {
      channelId,
      title: '清水镇茶园春管技术',
      importance: 'routine',
    });
    await room.publish(editor, { channelId, title: '粮食补贴发放', importance: 'routine' });
    const shown = await room.publish(editor, { channelId, title: '茶园春管技术问答', importance: 'routine' });
    const path = `/art/202603/${shown.id}.html`;

    expect(await html(path)).toMatch(/相关文章[\s\S]*清水镇茶园春管技术/);
    expect(await html(path)).toMatch(/<svg class="qr-code" role="img"/);

    await room.reviews.withdraw(room.now(room.person(site, 'finalReviewer')), earlier.id, '有误');
    expect(await html(path)).not.toContain('相关文章');
  });
});
