import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OutgoingHttpHeaders } from 'node:http';
import { Desk } from './desk';
import { KEPT, madeOnce, removeOld, stateOf } from './kept';
import { connectServer, copyTemplate, dropDatabase, isTemplate, makeTemplate, ownName } from './mariadb';
import { launch, start, type RunningApp } from './processes';
import { temporaryDirectory, type TemporaryDirectory } from './temporary';
import { until } from './until';
import { visit, type Answer } from './visitor';

export const DEMO_PASSWORD = 'Shifan@2026demo';

/** The sites of the demo county: host and path prefix. */
export const SITES = {
  shifan: { host: 'shifan.localhost', prefix: '' },
  czj: { host: 'czj.shifan.localhost', prefix: '' },
  jyj: { host: 'jyj.shifan.localhost', prefix: '' },
  wjw: { host: 'wjw.shifan.localhost', prefix: '' },
  rsj: { host: 'rsj.shifan.localhost', prefix: '' },
  qingshui: { host: 'qingshui.shifan.localhost', prefix: '' },
  longtan: { host: 'longtan.shifan.localhost', prefix: '' },
  hexi: { host: 'shifan.localhost', prefix: '/hexi' },
} as const;
export type SiteKey = keyof typeof SITES;
export const SITE_KEYS = Object.keys(SITES) as SiteKey[];

type Step = 'initialReview' | 'secondReview' | 'finalReview';

/** Who writes and who passes which step, where all three steps are staffed. */
export const STAFF: Readonly<
  Record<'shifan' | 'qingshui', { readonly editor: string } & Readonly<Record<Step, string>>>
> = {
  shifan: {
    editor: 'sf-editor',
    initialReview: 'sf-chushen',
    secondReview: 'sf-fushen',
    finalReview: 'sf-zhongshen',
  },
  qingshui: {
    editor: 'qs-editor',
    initialReview: 'qs-chushen',
    secondReview: 'qs-fushen',
    finalReview: 'qs-zhongshen',
  },
};
export type StaffedSite = keyof typeof STAFF;
export const PASS: Readonly<Record<Step, string>> = {
  initialReview: 'pass-initial',
  secondReview: 'pass-second',
  finalReview: 'pass-final',
};

export interface ConsoleArticle {
  readonly id: number;
  readonly title: string;
  readonly state: string;
  readonly openState: string | null;
  readonly version: number;
  readonly body: string;
  readonly channelId: number;
  readonly url: string | null;
  readonly reviewSteps: readonly Step[];
  readonly moves: readonly string[];
}

export interface ConsoleChannel {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly url: string;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** Another build makes another county. */
const stateOfBuild = (): string => stateOf(['dist/apps', 'dist/libs', 'dist/migrations', 'config']);

/**
 * A data directory with the demo county in it, made once a build by the product itself and copied for
 * every spec that wants one of its own.
 */
export async function demoData(): Promise<TemporaryDirectory> {
  const name = `county-${stateOfBuild()}`;
  const template = join(KEPT, name);
  await madeOnce(
    name,
    () => existsSync(template),
    () => seed(template, {}),
  );
  const own = temporaryDirectory();
  cpSync(template, own.path, { recursive: true });
  return own;
}

/** The draft is renamed when it is whole; the counties of earlier builds are removed. */
async function seed(template: string, env: Record<string, string>): Promise<void> {
  removeOld('county-');
  const draft = `${template}.${process.pid}`;
  await seedInto({ DATA_DIR: draft, ...env });
  rmSync(join(draft, 'pages'), { recursive: true, force: true });
  rmSync(template, { recursive: true, force: true });
  renameSync(draft, template);
}

/** Lets the product fill an empty database, then stops it. */
export async function seedInto(env: Record<string, string>): Promise<void> {
  const app = await launch('all-in-one', { ...env, SEED: 'demo' });
  try {
    await until(() => isGreeted(app), { within: 180_000, every: 100, what: 'the demo county to be seeded' });
  } finally {
    await app.stop();
  }
}

export interface DemoDatabase {
  readonly url: string;
  readonly dataDir: string;
  dispose(): Promise<void>;
}

/**
 * A database of its own with the demo county in it, on the MariaDB that `TEST_MARIADB` names: seeded once
 * a build by the product itself, then copied table by table for every spec.
 */
export async function demoDatabase(): Promise<DemoDatabase> {
  const address = process.env.TEST_MARIADB ?? process.env.TEST_MYSQL_URL;
  if (!address) throw new Error('set TEST_MARIADB to a MariaDB server, e.g. mariadb://root@127.0.0.1:3306/');
  const server = await connectServer(address);
  const build = stateOfBuild();
  const template = `zhanqun_county_${build}`;
  const kept = `county-${build}-mariadb-${new URL(address).port}`;
  const files = join(KEPT, kept);
  await madeOnce(
    kept,
    async () => existsSync(files) && (await isTemplate(server, template)),
    () => makeTemplate(server, template, (url) => seed(files, { DATABASE_URL: url })),
  );
  const name = ownName('e2e');
  await copyTemplate(server, template, name);
  const own = temporaryDirectory();
  cpSync(files, own.path, { recursive: true });
  return {
    url: server.address(name),
    dataDir: own.path,
    dispose: async () => {
      await dropDatabase(server, name);
      await server.end();
      await own.remove();
    },
  };
}

export function isGreeted(app: RunningApp): boolean {
  if (app.child.exitCode !== null) throw new Error(`进程已退出：${app.output()}`);
  return app.output().includes('平台已就绪');
}

/** The demo county, running. */
export class County {
  private readonly desks = new Map<string, Promise<Desk>>();

  constructor(
    readonly app: RunningApp,
    /** Where citizens go; usually the same process. */
    private readonly publicPort: number = app.publicPort,
    private readonly clean: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /** One process on SQLite with data of its own. */
  static async open(env: Record<string, string> = {}): Promise<County & { dataDir: string }> {
    const data = await demoData();
    const app = await start('all-in-one', { DATA_DIR: data.path, ...env });
    return Object.assign(new County(app, app.publicPort, data.remove), { dataDir: data.path });
  }

  /** The signed-in desk of an account; signed in once. */
  desk(username: string): Promise<Desk> {
    let desk = this.desks.get(username);
    if (!desk) this.desks.set(username, (desk = Desk.signIn(this.app.consolePort, username, DEMO_PASSWORD)));
    return desk;
  }

  /** A page as a citizen asks for it; `path` is the path below the site's prefix. */
  page(
    site: SiteKey,
    path: string,
    options: { method?: string; headers?: OutgoingHttpHeaders; port?: number } = {},
  ): Promise<Answer> {
    const { host, prefix } = SITES[site];
    return visit(options.port ?? this.publicPort, host, `${prefix}${path}`, options);
  }

  async channels(site: StaffedSite): Promise<readonly ConsoleChannel[]> {
    const desk = await this.desk(STAFF[site].editor);
    const found = await desk.get<readonly ConsoleChannel[] | PageOf<ConsoleChannel>>(
      `/sites/${site}/channels`,
    );
    return 'items' in found ? found.items : found;
  }

  async channel(site: StaffedSite, path: string): Promise<ConsoleChannel> {
    const found = (await this.channels(site)).find((channel) => channel.path === path);
    if (!found) throw new Error(`${site} has no channel ${path}`);
    return found;
  }

  /** A draft by the site's editor. */
  async draft(
    site: StaffedSite,
    channelPath: string,
    title: string,
    more: Record<string, unknown> = {},
  ): Promise<ConsoleArticle> {
    const desk = await this.desk(STAFF[site].editor);
    const { id: channelId } = await this.channel(site, channelPath);
    return desk.post<ConsoleArticle>(`/sites/${site}/articles`, {
      channelId,
      kind: 'news',
      title,
      source: '示范县',
      body: `<p>${title}的正文。</p>`,
      ...more,
    });
  }

  async submit(site: StaffedSite, id: number): Promise<ConsoleArticle> {
    return (await this.desk(STAFF[site].editor)).post<ConsoleArticle>(`/sites/${site}/articles/${id}/submit`);
  }

  async pass(site: StaffedSite, id: number, step: Step): Promise<ConsoleArticle> {
    const desk = await this.desk(STAFF[site][step]);
    return desk.post<ConsoleArticle>(`/sites/${site}/articles/${id}/${PASS[step]}`);
  }

  /** Through every review step but the last: what remains is the pass that publishes. */
  async bringToLastStep(site: StaffedSite, draft: ConsoleArticle): Promise<Step> {
    const submitted = await this.submit(site, draft.id);
    const steps = [...submitted.reviewSteps];
    const last = steps.pop();
    if (!last) throw new Error('no review steps');
    for (const step of steps) await this.pass(site, draft.id, step);
    return last;
  }

  /** Drafted, reviewed by everybody it takes, live. */
  async publish(
    site: StaffedSite,
    channelPath: string,
    title: string,
    more: Record<string, unknown> = {},
  ): Promise<ConsoleArticle & { path: string }> {
    const draft = await this.draft(site, channelPath, title, more);
    const live = await this.pass(site, draft.id, await this.bringToLastStep(site, draft));
    return { ...live, path: pathOf(live, site) };
  }

  async close(): Promise<number | null> {
    const code = await this.app.stop();
    await this.clean();
    return code;
  }
}

/** The path of a published article below its site's prefix. */
export function pathOf({ url, title }: { url: string | null; title: string }, site: SiteKey): string {
  if (!url) throw new Error(`《${title}》 is not published`);
  const { pathname } = new URL(url, 'http://any.localhost');
  return pathname.slice(SITES[site].prefix.length);
}

const HREF = /(?:href|src)="([^"#]+)/g;

/**
 * Every address of the county that a visitor can reach by following links, as `host path` pairs, with the
 * last answer of each. Follows nothing outside the county.
 */
export async function crawl(
  port: number,
  most = 5_000,
  take: (path: string) => boolean = (path) => !/\/(_theme|_files|zh-hant)\//.test(path),
): Promise<Map<string, Answer>> {
  const hosts = new Set<string>(Object.values(SITES).map(({ host }) => host));
  const seen = new Map<string, Answer>();
  const queue = SITE_KEYS.map((key) => `${SITES[key].host} ${SITES[key].prefix}/`);
  const known = new Set(queue);
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && seen.size < most; next = queue.shift()) {
      const [host = '', path = ''] = next.split(' ');
      const answer = await visit(port, host, path);
      seen.set(next, answer);
      if (answer.status !== 200 || !String(answer.headers['content-type']).includes('html')) continue;
      for (const [, href = ''] of answer.body.matchAll(HREF)) {
        const text = href.replaceAll('&amp;', '&');
        if (!URL.canParse(text, `http://${host}${path}`)) continue;
        const to = new URL(text, `http://${host}${path}`);
        const place = `${to.hostname} ${to.pathname}`;
        if (!/^https?:$/.test(to.protocol) || !hosts.has(to.hostname) || !take(to.pathname)) continue;
        if (!known.has(place)) {
          known.add(place);
          queue.push(place);
        }
      }
    }
  };
  // Visitors that run dry wait for nobody, so a second round picks up what came late.
  while (queue.length > 0 && seen.size < most) await Promise.all(Array.from({ length: 8 }, worker));
  return seen;
}
