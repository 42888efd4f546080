import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Article } from '@zhanqun/content';
import { SiteService } from '@zhanqun/tenancy';
import type { Given } from '../support/given';
import { openHouse, type House } from './house';
import { call, type Call, type Reply } from './intrusion';
import { MARK, neighbourhood, policyFacts, type Intruder, type Neighbourhood } from './neighbours';

/** Second doors: what an answer could give away without showing a row. */
jest.setTimeout(600_000);

let house: House;
let app: NestFastifyApplication;
let given: Given;
let around: Neighbourhood;
let town: Intruder;

beforeAll(async () => {
  house = await openHouse();
  ({ app, given } = house);
  around = await neighbourhood(given);
  [town] = around.intruders as [Intruder];
});
afterAll(() => house.close());

const ask = (method: string, path: string, more: Partial<Call> = {}): Promise<Reply> =>
  call(app, town.token, { method, path: `/sites/${town.site.key}${path}`, ...more });
const told = <T>(reply: Reply): T => JSON.parse(reply.text) as T;

describe('what is taken at another site', () => {
  it('is free here: the key of a draft makes a draft of this site', async () => {
    const [victim] = around.victims as [(typeof around.victims)[number]];
    const theirs = await given.article(victim.site, { draftKey: 'draft-0001', title: MARK });
    const body = {
      channelId: town.channelId,
      kind: 'news',
      title: '本站稿件',
      source: '本站',
      body: '<p>正文</p>',
      draftKey: 'draft-0001',
    };

    const reply = await ask('POST', '/articles', { body });

    expect(reply.status).toBe(201);
    expect(reply.text).not.toContain(MARK);
    expect(told<{ id: number }>(reply).id).not.toBe(theirs.id);
  });

  it('is free here: the address of a channel', async () => {
    for (const { site } of around.victims) {
      const body = { name: '本站栏目', slug: `secret-${site.key}`, kind: 'dynamic', updateClass: 'other' };

      expect((await ask('POST', '/channels', { body })).status).toBe(201);
    }
  });

  it('is not told by name: a site code or a filing number', async () => {
    for (const { site } of around.victims) {
      const { siteCode } = await house.app.get(SiteService).get(given.at(site));

      const reply = await ask('PATCH', '', { body: { siteCode, icpNumber: '湘ICP备12345678号-1' } });

      expect(reply.status).toBeLessThan(500);
      expect(reply.text).not.toContain(MARK);
      expect(reply.text).not.toContain(site.name);
    }
  });

  it('is free here: the number of an official document', async () => {
    const body = {
      channelId: (await given.channel(town.site, 'zwgk/zcwj')).id,
      kind: 'policyDocument',
      title: '关于春耕生产的通知',
      source: '本站',
      body: '<p>正文</p>',
      policy: policyFacts('本站机关'),
    };

    const reply = await ask('POST', '/articles', { body });

    expect([reply.status, reply.text.includes(MARK)]).toEqual([201, false]);
  });
});

describe('lists', () => {
  const searched = ['articles', 'assets', 'audit', 'supervision/findings'];
  it.each(searched)('%s: searching for words of another site finds nothing', async (list) => {
    const reply = await ask('GET', `/${list}`, { query: { q: MARK } });

    expect([reply.status, told<{ total: number }>(reply).total]).toEqual([200, 0]);
  });

  it.each(['in', 'out'])(
    'deliveries (%s): searching for words of another site finds nothing',
    async (box) => {
      const reply = await ask('GET', '/deliveries', { query: { q: MARK, box } });

      expect([reply.status, told<{ total: number }>(reply).total]).toEqual([200, 0]);
    },
  );

  it('count the articles of this site alone, however they are sorted', async () => {
    const own = await given.db.site(given.at(town.site), Article).count({});
    for (const field of ['updatedAt', 'publishedAt', 'createdAt', 'title'])
      for (const sort of [field, `-${field}`]) {
        const reply = await ask('GET', '/articles', { query: { sort, pageSize: 100 } });

        expect([sort, told<{ total: number }>(reply).total]).toEqual([sort, own]);
        expect(reply.text).not.toContain(MARK);
      }
  });

  it('go on past the last page with nothing', async () => {
    const reply = await ask('GET', '/articles', { query: { page: 50, pageSize: 100 } });

    expect(told<{ items: unknown[] }>(reply).items).toEqual([]);
  });

  it('of to-dos do not grow by the work of another site', async () => {
    const count = async (): Promise<string> =>
      (await call(app, town.token, { method: 'GET', path: '/todos/count' })).text;
    const before = await count();

    for (const { site } of around.victims) await given.article(site, { state: 'initialReview', title: MARK });

    expect(await count()).toBe(before);
  });
});

describe('conditional requests', () => {
  it.each(['If-None-Match', 'If-Modified-Since', 'If-Match', 'Range'])(
    '%s changes nothing about a row of another site',
    async (header) => {
      const { victim } = around.pairs[1] as (typeof around.pairs)[number];
      const value =
        header === 'Range' ? 'bytes=0-99' : header === 'If-Modified-Since' ? new Date(0).toUTCString() : '*';
      for (const path of [`articles/${victim.rows.article[0]}`, `assets/${victim.rows.asset[0]}/file`]) {
        const answer = await app.inject({
          method: 'GET',
          url: `/api/sites/${town.site.key}/${path}`,
          headers: { cookie: `zq_session=${town.token}`, [header.toLowerCase()]: value },
        });

        expect(answer.statusCode).toBe(404);
      }
    },
  );
});
