import { AssetService } from '@zhanqun/content';
import { atSite } from '@zhanqun/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { consoleRoutes, numbersIn, type ConsoleRoute } from '../support/console-routes';
import type { Given } from '../support/given';
import { openHouse, type House } from './house';
import { call, withoutName, type Call, type Reply } from './intrusion';
import {
  MARK,
  neighbourhood,
  NOTHING,
  type Id,
  type Intruder,
  type Neighbourhood,
  type Victim,
} from './neighbours';
import { callOf, PLAIN_NUMBERS, ROUTES, SHARED_NAMES, trialOf, type Trial } from './routes';
import { rowsOf } from './snapshot';

/** Every route of the console, called by people of another site. A new route fails here until it has a row. */
jest.setTimeout(600_000);

let house: House;
let app: NestFastifyApplication;
let given: Given;
let around: Neighbourhood;
let routes: ConsoleRoute[];
let before: string[];

beforeAll(async () => {
  house = await openHouse();
  ({ app, given } = house);
  around = await neighbourhood(given);
  routes = consoleRoutes(app);
  before = await victimsRows();
});
afterAll(() => house.close());

const victimsRows = (): Promise<string[]> =>
  rowsOf(
    given.db,
    given.system,
    around.victims.map(({ site }) => site),
  );

const names = Object.keys(ROUTES);
const withDoor = (...doors: Trial['door'][]): string[] =>
  names.filter((name) => doors.includes(trialOf(name).door));

/** No answer tells what stands at the victim's site. */
function expectNothingTold(reply: Reply): void {
  expect(reply.text).not.toContain(MARK);
  expect(JSON.stringify(reply.headers)).not.toContain(MARK);
}

/** Nor does the platform stumble over the question. */
function expectRefusedInGoodOrder(reply: Reply): void {
  expectNothingTold(reply);
  expect(reply.status).toBeLessThan(500);
}

/** The answers about something that exists elsewhere and something that exists nowhere. */
async function compare(
  { token }: Intruder,
  victim: Victim,
  [there, nowhere]: readonly [Call, Call],
  [name, nothing]: readonly [Id, Id],
  { isTaken = false } = {},
): Promise<Reply> {
  const answer = await call(app, token, there, victim.site.key);
  const other = await call(app, token, nowhere);
  expectRefusedInGoodOrder(answer);
  if (isTaken) expect([name, answer.status, answer.code]).toEqual([name, other.status, other.code]);
  else expect({ [name]: withoutName(answer, name) }).toEqual({ [name]: withoutName(other, nothing) });
  return answer;
}

describe('the table of routes', () => {
  it('knows every route of the console and no other', () => {
    expect(names.toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
  });

  it('says of every number that is sent whether it names something', () => {
    const unknown = routes.flatMap(({ name, body, query }) =>
      [...numbersIn(body), ...numbersIn(query)]
        .filter((field) => !PLAIN_NUMBERS.includes(field) && !SHARED_NAMES.includes(field))
        .filter((field) => ROUTES[name]?.door === 'site' && !ROUTES[name].fields?.[field])
        .map((field) => `${name} ${field}`),
    );

    expect(unknown).toEqual([]);
  });

  it('has a victim for every kind of name', () => {
    for (const { rows } of around.victims)
      for (const ids of Object.values(rows)) expect(ids.length).toBeGreaterThan(0);
  });
});

describe('somebody who is not signed in', () => {
  it.each(withDoor('site', 'platform', 'everybody'))('%s is refused', async (name) => {
    const [victim] = around.victims as [Victim];
    const { id } = trialOf(name);

    const reply = await call(app, null, callOf(name, victim.site.key, id && victim.rows[id][0], {}));

    expect([reply.status, reply.code]).toEqual([401, 'platform.session.none']);
    expectNothingTold(reply);
  });

  it.each(withDoor('stranger'))('%s tells of no site', async (name) => {
    const [intruder] = around.intruders as [Intruder];

    expectNothingTold(
      await call(app, null, callOf(name, '', undefined, await trialOf(name).body?.(intruder))),
    );
  });
});

describe('a person of another site at the address of a site', () => {
  it.each(withDoor('site'))('%s is answered as if there were no such site', async (name) => {
    const { id, body, own } = trialOf(name);
    for (const { intruder, victim } of around.pairs) {
      const ids = id
        ? [...victim.rows[id], await own?.(intruder)].filter((one) => one !== undefined)
        : [undefined];
      for (const tried of ids) {
        const sent = await body?.(intruder);
        const here = callOf(name, victim.site.key, tried, sent);
        const nowhere = callOf(name, String(NOTHING.siteKey), tried, sent);

        const reply = await compare(intruder, victim, [here, nowhere], [victim.site.key, NOTHING.siteKey]);

        expect([reply.status, reply.code]).toEqual([404, 'platform.site.notFound']);
      }
    }
  });
});

describe('a person of another site with the ids of a site at their own address', () => {
  it.each(withDoor('site').filter((name) => trialOf(name).id))(
    '%s: what is not of this site does not exist',
    async (name) => {
      const { id, body, notForSites } = trialOf(name);
      if (!id) return;
      const codes = new Set<string>();
      for (const { intruder, victim } of around.pairs) {
        const sent = await body?.(intruder);
        const nowhere = callOf(name, intruder.site.key, NOTHING[id], sent);
        for (const tried of victim.rows[id]) {
          const here = callOf(name, intruder.site.key, tried, sent);

          const reply = await compare(intruder, victim, [here, nowhere], [tried, NOTHING[id]]);

          codes.add(reply.code || String(reply.status));
        }
      }

      // The guard's refusal of the whole route proves nothing of its rows, so somebody must have come past it.
      codes.delete('platform.right.missing');
      if (!notForSites) expect([...codes].join()).toMatch(/^\w+\.\w+\.notFound$/);
    },
  );

  const fields = withDoor('site').flatMap((name) =>
    Object.keys(trialOf(name).fields ?? {}).map((field) => [name, field] as const),
  );
  it.each(fields)('%s: %s names nothing of another site', async (name, field) => {
    const { own } = trialOf(name);
    const { names: kind, sent, isTaken = false } = trialOf(name).fields?.[field] ?? {};
    if (!kind || !sent) throw new Error('no such field');
    const codes = new Set<string>();
    for (const { intruder, victim } of around.pairs)
      for (const tried of victim.rows[kind]) {
        if (kind === 'siteKey' && isNeighbour(name, intruder, victim)) continue;
        const at = async (value: Id): Promise<Call> =>
          callOf(name, intruder.site.key, await own?.(intruder), await sent(intruder, value));

        const reply = await compare(
          intruder,
          victim,
          [await at(tried), await at(NOTHING[kind])],
          [tried, NOTHING[kind]],
          { isTaken },
        );

        codes.add(reply.code || String(reply.status));
      }

    codes.delete('platform.right.missing');
    expect(codes.size).toBeGreaterThan(0);
    expect([...codes]).not.toContain('platform.input.invalid');
  });
});

/** Sites of one network may send to each other, so their names are no secret there. */
function isNeighbour(name: string, intruder: Intruder, victim: Victim): boolean {
  const isOpen = name.endsWith('/deliver') || name.endsWith('/channel-agreements');
  return isOpen && intruder.site.portalId === victim.site.portalId;
}

describe('a site id slipped into a request', () => {
  it.each(withDoor('site'))('%s refuses or ignores it', async (name) => {
    const { id, body } = trialOf(name);
    for (const { intruder, victim } of around.pairs) {
      const slipped = { siteId: victim.site.id, site: victim.site.key };
      const plain = callOf(name, intruder.site.key, id && NOTHING[id], await body?.(intruder));
      const laden: Call =
        plain.method === 'GET'
          ? { ...plain, query: { ...plain.query, ...slipped } }
          : { ...plain, body: { ...plain.body, ...slipped }, query: slipped };

      const reply = await call(app, intruder.token, laden, victim.site.key);

      expectRefusedInGoodOrder(reply);
      if (reply.code === 'platform.input.invalid') continue;
      const hasBody = routes.find((route) => route.name === name)?.body !== undefined;
      const again = await call(app, intruder.token, plain);
      if (hasBody) expect(reply.code).toMatch(/notFound|right\.missing/);
      expect([reply.status, reply.code]).toEqual([again.status, again.code]);
    }
  });
});

describe('routes of the officers', () => {
  it.each(withDoor('platform'))('%s refuses the people of sites', async (name) => {
    for (const { intruder, victim } of around.pairs) {
      const sent = await trialOf(name).body?.(intruder);
      for (const id of [1, victim.rows.membership[0], NOTHING.article]) {
        const reply = await call(app, intruder.token, callOf(name, victim.site.key, id, sent));

        expect([reply.status, reply.code]).toEqual([403, 'platform.right.missing']);
        expectNothingTold(reply);
      }
    }
  });
});

describe('routes of everybody', () => {
  it.each(withDoor('everybody'))('%s tells of no other site', async (name) => {
    const { body, endsSession } = trialOf(name);
    for (const intruder of around.intruders) {
      const token = endsSession ? await intruder.colleague() : intruder.token;
      const reply = await call(app, token, callOf(name, '', undefined, await body?.(intruder)));

      expectNothingTold(reply);
      expect(reply.status).not.toBe(404);
    }
  });
});

describe('the trials themselves', () => {
  it('notice a door that stands open', async () => {
    const { intruder, victim } = around.pairs[1] as (typeof around.pairs)[number];
    const name = 'GET /sites/:site/assets/:id';
    const [id] = victim.rows.asset as [Id];
    const library = app.get(AssetService);
    const get = jest
      .spyOn(library, 'get')
      .mockImplementation((ctx, wanted) =>
        AssetService.prototype.get.call(library, atSite(ctx, victim.site), wanted),
      );

    const tried = compare(
      intruder,
      victim,
      [callOf(name, intruder.site.key, id), callOf(name, intruder.site.key, NOTHING.asset)],
      [id, NOTHING.asset],
    );

    await expect(tried).rejects.toThrow(MARK);
    get.mockRestore();
  });

  const lists = withDoor('site').filter((name) => name.startsWith('GET') && !trialOf(name).id);
  it.each(lists)('%s answers the people of the site', async (name) => {
    const replies = await Promise.all(
      around.intruders.map(async (me) =>
        call(app, me.token, callOf(name, me.site.key, undefined, await trialOf(name).body?.(me))),
      ),
    );

    expect(replies.map(({ status }) => status)).toContain(200);
  });

  it('left every row of the victims as it was', async () => {
    expect(await victimsRows()).toEqual(before);
  });
});
