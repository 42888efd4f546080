import { openHouse, type House } from './house';
import { call, withoutName } from './intrusion';
import { intruder, NOTHING, PORTAL_ROLES, victim, type Intruder, type Victim } from './neighbours';
import { callOf, ROUTES, trialOf } from './routes';
import { rowsOf } from './snapshot';

/** A supervisor sees the sites below the portal and changes nothing of theirs but what supervision is for. */
jest.setTimeout(600_000);

let house: House;
let supervisor: Intruder;
let town: Victim;
let before: string[];

const townsRows = (): Promise<string[]> => rowsOf(house.given.db, house.given.system, [town.site]);

beforeAll(async () => {
  house = await openHouse();
  const { given } = house;
  const portal = await given.portal();
  const [site, sister] = [await given.site({ portal }), await given.site({ portal })];
  supervisor = await intruder(given, '门户监管员与全部角色', portal, sister, PORTAL_ROLES);
  town = await victim(given, '下级乡镇', site, sister);
  before = await townsRows();
});
afterAll(() => house.close());

/**
 * What a supervisor is for: also the portal's office decides on topics and channels of the sites below
 * (专题与栏目的审批). Checking a text changes nothing.
 */
const SUPERVISION =
  /\/supervision\/|\/(topics|channel-changes)\/:id\/(approve|refuse|close)$|^POST \/sites\/:site\/check$/;
const siteRoutes = Object.keys(ROUTES).filter((name) => trialOf(name).door === 'site');
const changing = siteRoutes.filter((name) => !name.startsWith('GET') && !SUPERVISION.test(name));
const withIds = siteRoutes.filter((name) => trialOf(name).id && !SUPERVISION.test(name));

describe('a supervisor of the portal', () => {
  it('reads the articles of a site below', async () => {
    const [article] = town.articles;

    const name = 'GET /sites/:site/articles/:id';
    const reply = await call(house.app, supervisor.token, callOf(name, town.site.key, article?.id));

    expect(reply.status).toBe(200);
  });

  it.each(changing)('%s: does not work at the address of a site below', async (name) => {
    const { id, body } = trialOf(name);
    for (const tried of id ? town.rows[id] : [undefined]) {
      const sent = await body?.({ ...supervisor, channelId: Number(town.rows.channel[0]) });

      const reply = await call(house.app, supervisor.token, callOf(name, town.site.key, tried, sent));

      // 409: a move that nobody could make now, told to somebody who may read the article.
      expect([403, 404, 409]).toContain(reply.status);
    }
  });

  it.each(withIds)('%s: does not reach a site below from the portal', async (name) => {
    const { id, body } = trialOf(name);
    if (!id) return;
    const sent = await body?.(supervisor);
    const at = async (value: string | number): Promise<object> => {
      const reply = await call(house.app, supervisor.token, callOf(name, supervisor.site.key, value, sent));
      return withoutName(reply, value);
    };

    for (const tried of town.rows[id]) expect(await at(tried)).toEqual(await at(NOTHING[id]));
  });

  it('left every row of the site below as it was', async () => {
    expect(await townsRows()).toEqual(before);
  });
});
