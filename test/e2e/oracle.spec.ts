import { shanghaiDay } from '@zhanqun/kernel';
import { County, demoData, demoDatabase, type StaffedSite } from '../support/county';
import { ARTICLE_MOVES } from '../support/oracle/article-moves';
import { compare, forAll, type Compared } from '../support/oracle/comparison';
import { Dice } from '../support/oracle/dice';
import { FreshPages } from '../support/oracle/fresh-pages';
import { fixedPlaces, type KnownPaths, type Place } from '../support/oracle/places';
import { PublicProcess } from '../support/oracle/public-process';
import { SITE_MOVES } from '../support/oracle/site-moves';
import { Walker } from '../support/oracle/walker';
import { freePort, start, type RunningApp } from '../support/processes';

const SEED = Number(process.env['ORACLE_SEED'] ?? 20_261_122);
/** A long walk is asked for by name: `ORACLE_STEPS=500`, with `ORACLE_SAY=1` to follow it. */
const STEPS = Number(process.env['ORACLE_STEPS'] ?? 12);
const LONGEST_MS = 120_000 + STEPS * 12_000;

const MOVES = { ...ARTICLE_MOVES, ...SITE_MOVES };
const NAMES = new Dice(SEED).shuffled(Object.keys(MOVES) as (keyof typeof MOVES)[]);
/** Where the walk publishes. */
const CHANNELS: Readonly<Record<StaffedSite, readonly string[]>> = {
  shifan: ['xwzx/zwyw', 'xwzx/bmdt', 'xwzx/xzdt'],
  qingshui: ['xzdt', 'snxx', 'bmfw'],
};
/** What is looked at: these, what stands above them, and lists of documents and notices. */
const SHOWN: Readonly<Record<StaffedSite, readonly string[]>> = {
  shifan: [...CHANNELS.shifan, 'xwzx', 'tzgg', 'zwgk'],
  qingshui: [...CHANNELS.qingshui, 'tzgg', 'zwgk'],
};
const READ_MEANWHILE = 20;
/** Pages of the walk's own articles that are looked at: the newest ones. */
const NEWEST = 12;

interface Data {
  readonly env: Record<string, string>;
  readonly dataDir: string;
  dispose(): Promise<void>;
}

const onSqlite = async (): Promise<Data> => {
  const { path, remove } = await demoData();
  return { env: {}, dataDir: path, dispose: remove };
};

const onMariadb = async (): Promise<Data> => {
  const { url, dataDir, dispose } = await demoDatabase();
  return { env: { DATABASE_URL: url }, dataDir, dispose };
};

describe.each([
  // Each begins with what the other one leaves out: a short walk on both does everything once.
  ['SQLite', onSqlite, NAMES],
  ['MariaDB', onMariadb, NAMES.toReversed()],
])('页面缓存 of three processes on %s', (_name, open, first) => {
  let data: Data;
  let apps: RunningApp[] = [];
  let fresh: FreshPages;
  let county: County;
  let compared: Compared;
  let env: Record<string, string>;
  const dice = new Dice(SEED);
  /** Apart, because those who read do so at the same time. */
  const readers = new Dice(SEED + 1);

  beforeAll(async () => {
    data = await open();
    const port = await freePort();
    env = {
      ...data.env,
      DATA_DIR: data.dataDir,
      SEED: 'none',
      PUBLIC_SCHEME: 'http',
      PUBLIC_LINK_PORT: String(port),
      TRUSTED_PROXIES: '127.0.0.1',
    };
    const whole = await start('all-in-one', { ...env, PUBLIC_PORT: String(port) });
    apps = [whole, ...(await Promise.all([start('public', env), start('public', env)]))];
    county = new County(whole);
    fresh = await FreshPages.open(env);
    const [publishing, ...others] = apps.map(
      (app, at) =>
        new PublicProcess(at === 0 ? 'the publishing process' : `public process ${at}`, app, readers),
    );
    compared = {
      fresh,
      processes: [publishing as PublicProcess, ...others],
      dataDir: data.dataDir,
    };
  }, 300_000);
  afterAll(async () => {
    await fresh?.close();
    await Promise.all(apps.map((app) => app.stop()));
    await data?.dispose();
  }, 60_000);

  it(
    'shows what a page made anew would show, whatever an office does',
    async () => {
      const walker = new Walker(county, dice, CHANNELS);
      const known = { shifan: await pathsOf('shifan'), qingshui: await pathsOf('qingshui') };
      const fixed = fixedPlaces(known, shanghaiDay(new Date()).slice(0, 7).replace('-', ''));
      const done: string[] = [];
      await compare(compared, fixed);
      for (let step = 0, round = [...first]; step < STEPS; step += 1) {
        const name = round.shift() as keyof typeof MOVES;
        if (round.length === 0) round = dice.shuffled(NAMES);
        const told = `${step}. ${name}`;
        try {
          const [what] = await Promise.all([MOVES[name](walker), readOn(fixed)]);
          done.push(`${step}. ${what}`);
          const took = await compare(compared, [...fixed, ...walker.places(NEWEST)]);
          if (process.env['ORACLE_SAY']) process.stderr.write(`${took} ms after ${what}\n`);
        } catch (error) {
          const last = done.slice(-6).join('\n');
          throw new Error(`seed ${SEED}, step ${told}\n${last}\n${String(error)}`, { cause: error });
        }
      }
      expect(done).toHaveLength(STEPS);

      // What the oracle itself may have kept: one that begins now sees the same.
      const anew = await FreshPages.open(env);
      try {
        await compare({ ...compared, fresh: anew }, [...fixed, ...walker.places(NEWEST)]);
      } finally {
        await anew.close();
      }
    },
    LONGEST_MS,
  );

  /** Citizens who read while something is being published. */
  async function readOn(places: readonly Place[]): Promise<void> {
    const some = readers.shuffled(places).slice(0, READ_MEANWHILE);
    await forAll(some, async (place) => {
      for (const each of compared.processes) await each.at(place);
    });
  }

  /** Some of what a site has before the walk. */
  async function pathsOf(site: StaffedSite): Promise<KnownPaths> {
    const home = (await county.page(site, '/')).body;
    const articles = [...new Set(home.match(/\/art\/\d{6}\/\d+\.html/g) ?? [])];
    const topics = (await county.page(site, '/zt/')).body.match(/(?<="\/zt\/)[a-z0-9-]+(?=\/")/g) ?? [];
    return {
      channels: SHOWN[site],
      topics: [...new Set(topics)].slice(0, 2),
      articles: articles.slice(0, 4),
    };
  }
});
