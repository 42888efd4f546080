import { load } from 'cheerio';
import {
  PageRenderer,
  readPageTags,
  ThemeLibrary,
  themesFolder,
  type Chrome,
  type MetaTag,
} from '@zhanqun/theming';
import { Citizens, textOf } from '../support/citizens';
import { SITE_KEYS, SITES, type SiteKey } from '../support/county';
import { htmlErrors } from '../support/html-checker';
import { pagesOf, walk, type Walk, type Walked } from '../support/walk';

type Rendering = Parameters<PageRenderer['render']>;

let citizens: Citizens;
let county: Walk;
let pages: Walked[];
/** Of each template, the rendering with most on it that the county came to. */
const fullest = new Map<string, { readonly asked: Rendering; readonly size: number }>();
let renderer: PageRenderer;

beforeAll(async () => {
  citizens = await Citizens.open();
  // Looked at while it works, not stood in for.
  const rendering = jest.spyOn(PageRenderer.prototype, 'render');
  county = await walk(citizens);
  pages = pagesOf(county);
  rendering.mock.calls.forEach((asked, at) => {
    const { template } = asked[1];
    const size = (rendering.mock.results[at]?.value as { html: string } | undefined)?.html.length ?? 0;
    if (size > (fullest.get(template)?.size ?? 0)) fullest.set(template, { asked, size });
  });
  renderer = rendering.mock.contexts[0] as PageRenderer;
  rendering.mockRestore();
}, 240_000);
afterAll(() => citizens.close());

const nameOf = ({ host, path }: Walked): string => `${host}${path}`;
const inHead = (html: string): string => html.slice(0, html.indexOf('</head>') + 7);
const piece = (html: string, name: 'header' | 'footer'): string =>
  html.slice(html.indexOf(`<${name} class="site-${name}"`), html.lastIndexOf(`</${name}>`) + name.length + 3);
const judgements = new Map<string, readonly string[]>();
/** Headers and footers are the same on hundreds of pages: each different one is judged once. */
function judged(text: string, judge: () => readonly string[]): readonly string[] {
  if (!judgements.has(text)) judgements.set(text, judge());
  return judgements.get(text) ?? [];
}
/** The same page in other characters, or one view of a list: what stands for them is elsewhere. */
const isSecond = ({ path, html }: Walked): boolean =>
  path.includes('/zh-hant/') || inHead(html).includes('name="robots" content="noindex');
const siteOf = ({ host, path }: Walked): SiteKey =>
  SITE_KEYS.filter((key) => SITES[key].host === host && path.startsWith(`${SITES[key].prefix}/`)).toSorted(
    (left, right) => SITES[right].prefix.length - SITES[left].prefix.length,
  )[0] as SiteKey;

/** Faults of all pages, few enough to read. */
function faults(find: (page: Walked) => readonly string[]): string[] {
  return pages.flatMap((page) => find(page).map((fault) => `${nameOf(page)}: ${fault}`)).slice(0, 20);
}

describe('全县各站的链接', () => {
  it('lead to an answer each, or to where the answer has moved, but for the planted one', () => {
    expect(pages.length).toBeGreaterThan(300);
    const wrong = [...county.places.values()].flatMap(({ host, path, answer, from }) => {
      const { status, headers } = answer;
      if (status === 200) return [];
      const location = headers['Location'];
      const to = location && new URL(location, `http://${host}${path}`);
      const isLed =
        [301, 302, 308].includes(status) &&
        to &&
        (county.places.get(`${to.hostname} ${to.pathname}${to.search}`)?.answer.status === 200 ||
          to.hostname.endsWith('.gov.cn'));
      return isLed ? [] : [`${status} ${host}${path} ← ${from}`];
    });
    // The one that the demo county plants for its supervisors to find.
    expect(wrong.slice(0, 20)).toEqual([expect.stringMatching(/^404 wjw\.shifan\.localhost\/fwqd\/jbgw\/ /)]);
  });

  it('name a host that exists: one of the county or a government site', () => {
    const strange = [...county.outside].filter(([address]) => {
      if (!URL.canParse(address)) return true;
      const { protocol, hostname } = new URL(address);
      return protocol !== 'https:' && protocol !== 'http:' ? true : !/(?:^|\.)gov\.cn$/.test(hostname);
    });
    expect(strange.slice(0, 20)).toEqual([]);
  });

  it('have no fragment without its place', () => {
    const orphans = [...county.fragments].filter(([address]) => {
      const [place = '', name = ''] = address.split('#');
      const target = county.places.get(place);
      return target !== undefined && target.html !== '' && !target.names.has(decodeURIComponent(name));
    });
    expect(orphans.slice(0, 20)).toEqual([]);
  });
});

describe('每个页面', () => {
  const SINGLE = [
    'SiteName',
    'SiteDomain',
    'SiteIDCode',
    'ColumnName',
    'ColumnDescription',
    'ColumnKeywords',
  ];
  const SITE_TAGS = ['SiteName', 'SiteDomain', 'SiteIDCode'];
  const COLUMN_TAGS = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
  const CONTENT_TAGS = ['ArticleTitle', 'PubDate', 'ContentSource', 'Url'];

  it('carries the page tags of its class, none of them empty, none that stands once twice', () => {
    const wrong = faults(({ html, path }) => {
      const tags: MetaTag[] = readPageTags(inHead(html));
      const names = tags.map(({ name }) => name);
      const isArticle = /\/art\/\d{6}\/\d+\.html$/.test(path);
      const wanted = [
        ...SITE_TAGS,
        ...(isArticle || names.includes('ColumnName') ? COLUMN_TAGS : []),
        ...(isArticle ? CONTENT_TAGS : []),
      ];
      return [
        ...wanted.filter((name) => !names.includes(name)).map((name) => `lacks ${name}`),
        ...tags.filter(({ content }) => content.trim() === '').map(({ name }) => `empty ${name}`),
        ...[...SINGLE, 'ArticleTitle', 'PubDate', 'Url']
          .filter((name) => names.filter((each) => each === name).length > 1)
          .map((name) => `twice ${name}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('of an article says the time that it shows, in the form of the national rules', () => {
    const wrong = faults(({ html, path }) => {
      if (!/\/art\/\d{6}\/\d+\.html$/.test(path) || path.includes('/zh-hant/')) return [];
      const date = /<meta name="PubDate" content="([^"]*)"/.exec(html)?.[1] ?? '';
      const isForm = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(date);
      return isForm && html.includes(`>${date}<`) ? [] : [`PubDate ${date}`];
    });
    expect(wrong).toEqual([]);
  });

  it('shows every mark that the national rules ask for, and no label without its figure', () => {
    const marksOf = (html: string, prefix: string): readonly string[] => {
      const $ = load(html);
      const footer = $('footer.site-footer');
      const text = footer.text();
      const leads = (path: string): boolean => footer.find(`a[href$="${path}"]`).length > 0;
      const marks: Record<string, boolean> = {
        党政机关网站标识: /党政机关/.test(text) || /黨政機關/.test(text),
        我为政府网站找错: footer.find('a[href*="jiucuo.html?site_code="]').length === 1,
        网站标识码: /\d{10}/.test(text),
        备案号: /ICP备\d+号|ICP備\d+號/.test(text),
        公安备案: /公网安备|公網安備/.test(text),
        主办单位: /主办单位：\S|主辦單位：\S/.test(text),
        联系电话: footer.find('a[href^="tel:"]').length === 1,
        网站地图: leads(`${prefix}/sitemap/`) || leads('/zh-hant/sitemap/'),
        联系我们: leads(`${prefix}/contact/`) || leads('/zh-hant/contact/'),
        版权: /版权所有：\S|版權所有：\S/.test(text),
        上下级网站: footer.find('.footer-sites a').length > 0,
      };
      const empty = footer
        .find('span')
        .toArray()
        .map((span) => $(span).text().trim())
        .filter((words) => /[：:]$/.test(words));
      return [
        ...Object.keys(marks).filter((mark) => !marks[mark]),
        ...empty.map((words) => `nothing after ${words}`),
      ];
    };
    const wrong = faults((page) => {
      const footer = piece(page.html, 'footer');
      const { prefix } = SITES[siteOf(page)];
      return judged(`${prefix} ${footer}`, () => marksOf(footer, prefix));
    });
    expect(wrong).toEqual([]);
  });

  it('has its site’s name and mark at the top, one address of its own, a feed and readable schema.org data', () => {
    const brandOf = (html: string): readonly string[] => {
      const brand = /<a class="brand"[\s\S]*?<\/a>/.exec(html)?.[0] ?? '';
      return judged(brand, () => [
        ...(load(brand)('.brand-name').text().trim() === '' ? ['no name at the top'] : []),
        ...(/<(?:img|svg)\b/.test(brand) ? [] : ['no mark at the top']),
      ]);
    };
    const wrong = faults((page) => {
      const $ = load(inHead(page.html));
      const things = $('script[type="application/ld+json"]')
        .toArray()
        .map((script) => JSON.parse($(script).text()) as Record<string, unknown>);
      const canonical = $('link[rel="canonical"]').attr('href') ?? '';
      const own = new URL(page.path, `http://${page.host}`);
      const isOwn = URL.canParse(canonical) && new URL(canonical).pathname === own.pathname;
      const isArticle = $('meta[name="ArticleTitle"]').length > 0;
      const isHome = own.pathname === `${SITES[siteOf(page)].prefix}/`;
      const types = things.map((thing) => thing['@type']);
      return [
        ...brandOf(page.html),
        ...(isOwn || isSecond(page) ? [] : [`canonical ${canonical}`]),
        ...($('link[type="application/atom+xml"]').length > 0 ? [] : ['no feed']),
        ...(isSecond(page) || $('meta[property="og:title"]').attr('content') ? [] : ['no og:title']),
        ...(isHome && !types.includes('GovernmentOrganization') ? ['no GovernmentOrganization'] : []),
        ...(isArticle && things.every(({ headline }) => headline === undefined) ? ['no headline'] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });
});

describe('sitemap.xml', () => {
  it.each(SITE_KEYS)(
    'of %s lists pages that are there, each at its own address, and every article',
    async (key) => {
      const { host, prefix } = SITES[key];
      const read = async (path: string): Promise<URL[]> => {
        const answer = await citizens.site.handle({ method: 'GET', url: path, host, headers: {} });
        expect([path, answer.status]).toEqual([path, 200]);
        return [...textOf(answer).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? ''));
      };
      const listed: string[] = [];
      for (const part of await read(`${prefix}/sitemap.xml`))
        listed.push(
          ...(await read(part.pathname)).map(({ hostname, pathname }) => `${hostname} ${pathname}`),
        );

      const ofSite = pages.filter((page) => siteOf(page) === key);
      const known = new Set(ofSite.map(({ path }) => `${host} ${path}`));
      expect(listed.filter((place) => !known.has(place)).slice(0, 20)).toEqual([]);
      expect(new Set(listed).size).toBe(listed.length);
      const articles = ofSite.filter((page) => /\/art\/\d{6}\/\d+\.html$/.test(page.path) && !isSecond(page));
      const lacking = articles
        .map(({ path }) => `${host} ${path}`)
        .filter((place) => !listed.includes(place));
      expect(lacking.slice(0, 20)).toEqual([]);
    },
  );
});

describe('HTML', () => {
  it('of every page type in every theme, and of the pages without a site, has no error', async () => {
    const documents = new Map<string, string>();
    for (const theme of ThemeLibrary.read(themesFolder()).all()) {
      const settings = Object.fromEntries(
        Object.entries(theme.settings).map(([key, setting]) => [key, setting.default]),
      );
      for (const [template, { asked }] of fullest) {
        const [ctx, view, chrome, path] = asked;
        const dressed: Chrome = { ...chrome, theme: { name: theme.name, settings } };
        documents.set(`${theme.name} ${template}`, renderer.render(ctx, view, dressed, path).html);
      }
    }
    const stranger = await citizens.site.handle({
      method: 'GET',
      url: '/',
      host: 'nobody.example',
      headers: {},
    });
    documents.set('unknown host', textOf(stranger));
    // A fault of our own shows that the checker was awake.
    documents.set('wrong', '<!DOCTYPE html><html lang="zh-CN"><title>错</title><p id="a">一<p id="a">二');

    expect([...fullest.keys()].length).toBeGreaterThan(15);
    const errors = await htmlErrors(documents);
    expect(errors.filter((error) => !error.startsWith('wrong:')).slice(0, 40)).toEqual([]);
    expect(errors).toEqual([expect.stringContaining('Duplicate ID')]);
  }, 240_000);
});
