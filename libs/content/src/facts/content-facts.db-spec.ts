import { givenServices, type GivenServices } from '@zhanqun/given';
import type { SiteRef } from '@zhanqun/kernel';
import { ContentFacts } from './content-facts';

describe('发布事实', () => {
  let services: GivenServices;
  let town: SiteRef;

  beforeAll(async () => {
    services = await givenServices();
    town = await services.given.site();
  });
  afterAll(() => services.close());

  it('gives live texts as the pages show them: own files under the prefix of a site without a domain', async () => {
    const { given, app } = services;
    const { path } = await given.asset(town);
    const body = `<p><a href="/_files/${path}">附件</a></p>`;
    await given.article(town, { title: '带附件的通知', body, state: 'published' });
    await given.article(town, { title: '未发布的稿件', body });

    const texts = new Map<string, string>();
    for await (const text of app.get(ContentFacts).publishedTexts(given.at(town)))
      texts.set(text.title, text.body);

    expect(texts.get('带附件的通知')).toContain(`href="${town.prefix}/_files/${path}"`);
    expect(texts.has('未发布的稿件')).toBe(false);
  });

  it('counts what is published in a channel and below it', async () => {
    const { given, app } = services;
    const channel = await given.newChannel(town, { path: 'csdt', name: '村社动态' });
    const { publishedAt } = await given.article(town, { channelId: channel.id, state: 'published' });
    await given.article(town, { channelId: channel.id });

    const standings = await app.get(ContentFacts).channelStandings(given.at(town));

    expect(standings.find((one) => one.channel.id === channel.id)).toMatchObject({
      publishedCount: 1,
      newestPublishedAt: publishedAt,
    });
  });
});
