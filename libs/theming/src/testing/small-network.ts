import { FixedClock, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import { SiteDirectory, TrustedProxies, type HostMatch } from '@zhanqun/platform';
import type { Chrome } from '../chrome';
import { PageCache, type PageCacheLimits } from '../cache/page-cache';
import { PageStore } from '../cache/page-store';
import { notFound, Page, view, type PageResult } from '../page/page';
import { PageRegistry } from '../page/page-registry';
import { Chromes, chromeTag, homeTag, type ChromeSource } from '../site/chromes';
import type { MovedPages } from '../site/moved-pages';
import { PageRenderer } from '../site/page-renderer';
import { PublicSite } from '../site/public-site';
import type { Answer, RequestFacts } from '../site/answer';
import { folder } from './theme-folder';
import { ThemeLibrary } from '../theme/theme-library';
import type { ThemeFolder } from '../theme/theme';

/** A few sites, a few channels and a theme of ten lines: what the page engine is tested on. */

export const site = (id: number, key: string, rest: Partial<SiteRef> = {}): SiteRef => ({
  id,
  key,
  name: `${key}网站`,
  kind: 'township',
  status: 'online',
  portalId: 1,
  parentId: null,
  host: `${key}.localhost`,
  prefix: '',
  lang: 'zh-CN',
  theme: 'base',
  ...rest,
});

export class SmallDirectory extends SiteDirectory {
  aliases: Record<string, string> = {};

  constructor(public sites: SiteRef[]) {
    super();
  }
  override byKey(key: string): SiteRef | undefined {
    return this.sites.find((it) => it.key === key);
  }
  override byId(id: number): SiteRef | undefined {
    return this.sites.find((it) => it.id === id);
  }
  override all(): readonly SiteRef[] {
    return this.sites;
  }
  override match(host: string, path: string): HostMatch {
    const name = host.toLowerCase().replace(/:\d+$/, '');
    const alias = this.aliases[name];
    if (alias) return { kind: 'redirect', location: `http://${alias}${path}` };
    const here = this.sites.filter((it) => it.host === name);
    const found = here
      .filter((it) => path === it.prefix || path.startsWith(`${it.prefix}/`))
      .sort((a, b) => b.prefix.length - a.prefix.length)[0];
    if (!found) return { kind: 'unknown' };
    return { kind: 'site', site: found, path: path.slice(found.prefix.length) || '/' };
  }
  override sitePath(it: SiteRef, path: string): string {
    return `${it.prefix}${path}`;
  }
  override siteUrl(it: SiteRef, path: string): string {
    return `http://${it.host}${it.prefix}${path}`;
  }
}

export { folder };

export const baseFolder = folder(
  'base',
  {
    'layouts/page.njk':
      '<!doctype html><html lang="{{ chrome.site.lang }}"><title>{{ page.title }}</title><header>{{ chrome.site.name }}<a href="{{ page.variantUrl }}">繁體版</a></header>{% block main %}{% endblock %}',
    'pages/home.njk': '{% extends "layouts/page.njk" %}{% block main %}首页 {{ view.text }}{% endblock %}',
    'pages/channel.njk':
      '{% extends "layouts/page.njk" %}{% block main %}{{ view.name }}{% for a in view.titles %}<li>{{ a }}{% else %}暂无{% endfor %}{% endblock %}',
    'pages/article.njk':
      '{% extends "layouts/page.njk" %}{% block main %}{{ view.body | safe }}{% endblock %}',
    'pages/not-found.njk': '{% extends "layouts/page.njk" %}{% block main %}没有找到{% endblock %}',
    'pages/unavailable.njk': '<h1>{{ view.siteName }}暂时无法访问</h1>',
  },
  {},
  { 'css/site.css': `body { background: url(../img/a.svg) } ${'/* */'.repeat(100)}`, 'img/a.svg': '<svg/>' },
);

export const chromeOf = (it: SiteRef, name = it.name): Chrome => ({
  site: {
    name,
    shortName: name,
    kind: it.kind,
    lang: it.lang,
    homeUrl: `${it.prefix}/`,
    domain: it.host,
    siteCode: '3100000087',
    icpNumber: '沪ICP备1号',
    policeFilingNumber: '沪公网安备1号',
    sponsor: '某县人民政府',
    operator: '某县人民政府办公室',
    contactPhone: '010-1',
    contactAddress: '某路1号',
    email: '',
    description: `${name}的政府网站`,
    keywords: ['政务'],
  },
  theme: { name: it.theme, settings: {} },
  navigation: [],
  upperSite: null,
  departments: [],
  townships: [],
  allSitesUrl: null,
  siteMapUrl: '/sitemap/',
  searchUrl: '/search/',
  contactUrl: '/contact/',
  policiesUrl: null,
  insideHosts: [],
  mistakeReportUrl: '',
  notice: null,
  siteChanges: [],
  emergency: null,
  isGrey: false,
});

/** What the sites hold; tests change it and purge. */
export class SmallStore {
  channels: Record<string, { id: number; name: string; titles: string[] }> = {};
  home = 'v1';
  isDown = false;
  delayMs = 0;
  loads: string[] = [];
  /** Called after a page read its data and before it answers. */
  afterRead: (() => void | Promise<void>) | null = null;

  async read<T>(ctx: SiteCtx, what: string, data: () => T): Promise<T> {
    this.loads.push(`${ctx.site.id}:${what}`);
    if (this.isDown) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const result = data();
    if (this.delayMs) await new Promise((done) => setTimeout(done, this.delayMs));
    await this.afterRead?.();
    return result;
  }
}

const facts = (title: string) => ({ title, tags: [], breadcrumb: [] });

@Page('/')
class HomePage {
  constructor(private readonly store: SmallStore) {}

  async load(ctx: SiteCtx): Promise<PageResult> {
    const text = await this.store.read(ctx, 'home', () => `${ctx.site.key} ${this.store.home}`);
    return view(
      'pages/home.njk',
      { text },
      { tags: [homeTag(ctx.site.id)], ttlSeconds: 600, page: facts('首页') },
    );
  }
}

@Page('/*path/p:page(\\d+)/', '/*path/')
class ChannelPage {
  constructor(private readonly store: SmallStore) {}

  async load(ctx: SiteCtx, params: { path: string; page?: string }): Promise<PageResult> {
    const channel = await this.store.read(ctx, params.path, () => {
      const found = this.store.channels[`${ctx.site.key}/${params.path}`];
      return found && { ...found, titles: [...found.titles] };
    });
    if (!channel) return notFound;
    return view('pages/channel.njk', channel, {
      tags: [`channel:${channel.id}`],
      ttlSeconds: 600,
      page: facts(channel.name),
    });
  }
}

/** The text of an answer that has one. */
export const textOf = ({ body }: Answer): string => (Buffer.isBuffer(body) ? body.toString() : '');

export interface Network {
  readonly publicSite: PublicSite;
  readonly store: SmallStore;
  readonly cache: PageCache;
  readonly answers: PageCache;
  readonly files: PageStore | null;
  readonly clock: FixedClock;
  readonly directory: SmallDirectory;
  readonly themes: ThemeLibrary;
  chromeName: string | null;
  get(host: string, url: string, rest?: Partial<RequestFacts>): Promise<Answer>;
  text(host: string, url: string): Promise<string>;
}

export function smallNetwork(
  options: {
    sites?: SiteRef[];
    limits?: Partial<PageCacheLimits>;
    folders?: ThemeFolder[];
    dataDir?: string;
    pages?: (store: SmallStore) => object[];
    clock?: FixedClock;
    store?: SmallStore;
    moved?: MovedPages;
    proxies?: string[];
  } = {},
): Network {
  const store = options.store ?? new SmallStore();
  const clock = options.clock ?? new FixedClock(new Date('2026-03-05T06:30:00Z'));
  const directory = new SmallDirectory(
    options.sites ?? [
      site(1, 'portal', { kind: 'portal' }),
      site(2, 'qingshui'),
      site(3, 'hexi', { host: 'portal.localhost', prefix: '/hexi' }),
    ],
  );
  const themes = new ThemeLibrary(options.folders ?? [baseFolder]);
  const cache = new PageCache({
    bytes: 8_000_000,
    pagesPerSite: 1000,
    staleSeconds: 86_400,
    ...options.limits,
  });
  const answers = new PageCache({ bytes: 200_000, pagesPerSite: 50, staleSeconds: 86_400 });
  const source: ChromeSource = {
    chrome: (ctx) => store.read(ctx, 'chrome', () => chromeOf(ctx.site, network.chromeName ?? undefined)),
  };
  const chromes = new Chromes(() => source);
  const files = options.dataDir
    ? new PageStore(options.dataDir, cache.history, (digest) => themes.knows(digest))
    : null;
  const registry = new PageRegistry([
    new HomePage(store),
    new ChannelPage(store),
    ...(options.pages?.(store) ?? []),
  ]);
  const publicSite = new PublicSite({
    directory: () => directory,
    registry: () => registry,
    chromes,
    renderer: new PageRenderer(themes, () => directory),
    themes,
    cache,
    answers,
    clock,
    moved: () => options.moved ?? null,
    ...(options.proxies ? { proxies: new TrustedProxies(options.proxies) } : {}),
  });
  if (files) publicSite.keepFiles({ store: files, isCaughtUp: () => true });
  const get: Network['get'] = async (host, url, rest = {}) =>
    publicSite.handle({ method: 'GET', host, url, headers: {}, ...rest });
  const network: Network = {
    publicSite,
    store,
    cache,
    answers,
    files,
    clock,
    directory,
    themes,
    chromeName: null,
    get,
    text: async (host, url) => textOf(await get(host, url)),
  };
  return network;
}

export { chromeTag };
