import { brotliDecompressSync } from 'node:zlib';
import { chromeOf, folder, site } from '../testing/small-network';
import { SanitizedHtml } from './sanitized-html';
import { FILTER_NAMES } from './template-filters';
import { ThemeLibrary } from './theme-library';
import type { Theme } from './theme';

const page = {
  title: '',
  path: '/',
  canonicalUrl: 'http://a.localhost/x/',
  variant: 'zh-Hans' as const,
  variantUrl: null,
  alternates: [],
  tags: [],
  breadcrumb: [],
};
const chrome = chromeOf(site(1, 'a'));

const show = (source: string, view: object = {}): string => {
  const theme = new ThemeLibrary([folder('base', { 'pages/a.njk': source })]).get('base');
  return theme.render('pages/a.njk', { chrome, view, page });
};

describe('主题的模板', () => {
  const library = new ThemeLibrary([
    folder(
      'base',
      {
        'layouts/page.njk': '<base>{% block main %}{% endblock %}',
        'pages/home.njk': '{% extends "layouts/page.njk" %}{% block main %}base home{% endblock %}',
        'pages/a.njk': 'a of base',
      },
      { settings: { mainColor: { type: 'color', label: '主色', default: '#111111' } } },
      { 'css/site.css': 'body{}', 'img/a.svg': '<svg/>' },
    ),
    folder(
      'red',
      { 'layouts/page.njk': '<red>{% block main %}{% endblock %}' },
      { settings: { mainColor: { type: 'color', label: '主色', default: '#B3141B' } } },
      { 'css/site.css': 'body{color:red}' },
    ),
    folder(
      'town',
      {
        'pages/home.njk':
          '{% extends "base:pages/home.njk" %}{% block main %}{{ super() }} + town{% endblock %}',
      },
      { extends: 'red' },
    ),
    folder('other', { 'pages/secret.njk': 'secret' }),
  ]);
  const home = (name: string): string =>
    library.get(name).render('pages/home.njk', { chrome, view: {}, page });

  it('are looked up in the theme, then its parents, then base', () => {
    expect(home('base')).toBe('<base>base home');
    expect(home('red')).toBe('<red>base home');
    expect(library.get('town').render('pages/a.njk', { chrome, view: {}, page })).toBe('a of base');
  });

  it('may build on the file they replace, by naming its theme', () => {
    expect(home('town')).toBe('<red>base home + town');
  });

  it('inherit settings, the child’s declaration winning', () => {
    expect(library.get('town').settings.mainColor?.default).toBe('#B3141B');
  });

  it('fall back to base for a theme that is not installed any more', () => {
    expect(library.get('gone').name).toBe('base');
  });

  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    'pages/../../x.njk',
    'other:pages/secret.njk',
    'pages/secret.njk',
    'pages/home.njk\0',
    'theme.json',
  ])('reach nothing outside of their chain: %j', (name) => {
    const theme = new ThemeLibrary([
      folder('base', { 'pages/a.njk': `{% include view.name %}` }),
      folder('other', { 'pages/secret.njk': 'secret' }),
    ]).get('base');

    expect(() => theme.render('pages/a.njk', { chrome, view: { name }, page })).toThrow(/template not found/);
    expect(theme.source(name)).toBeNull();
  });

  it('refuse a circle and a missing parent, naming the theme', () => {
    expect(
      () =>
        new ThemeLibrary([
          folder('base', {}),
          folder('a', {}, { extends: 'b' }),
          folder('b', {}, { extends: 'a' }),
        ]),
    ).toThrow('成环');
    expect(() => new ThemeLibrary([folder('a', {}, { extends: 'none' })])).toThrow('none');
  });

  it('change their digest with every template and every asset', () => {
    const digest = (template: string, css: string): string =>
      (
        new ThemeLibrary([folder('base', { 'pages/a.njk': template }, {}, { 'a.css': css })]).get(
          'base',
        ) as Theme
      ).digest;

    expect(new Set([digest('a', 'a'), digest('b', 'a'), digest('a', 'b')]).size).toBe(3);
    expect(digest('a', 'a')).toBe(digest('a', 'a'));
  });
});

describe('模板的围栏', () => {
  it.each([
    `{{ ''.constructor.constructor('return process')() }}`,
    `{{ view.text['const' + 'ructor'] }}`,
    `{{ view['__proto__'] }}`,
    `{{ view.list.map }}`,
    `{{ constructor }}`,
    `{{ __proto__ }}`,
    `{{ toString }}`,
    `{{ range.constructor }}`,
    `{{ range.prototype }}`,
    `{{ view.f.name }}`,
    `{{ view.date.getTime }}`,
  ])('shows nothing for %s', (source) => {
    const html = (() => {
      try {
        return show(source, { text: 'x', list: [1], f: () => 1, date: new Date(0) });
      } catch (error) {
        return `refused: ${(error as Error).message}`;
      }
    })();

    expect(html).toMatch(/^$|^refused: .*(undefined or falsey|not a function)/s);
  });

  it.each(['constructor', 'toString', '__proto__', 'dump', 'groupby', 'sort', 'urlize', 'hasOwnProperty'])(
    'knows no filter %s',
    (filter) => {
      expect(() => show(`{{ view.x | ${filter} }}`, { x: 'x' })).toThrow('filter not found');
    },
  );

  it('reads what views hold, however it is written', () => {
    const view = { a: { b: ['x', 'y'] }, n: 0, name: '名', length: 3 };

    expect(
      show(
        `{{ view.a.b[1] }}{{ view.a.b.length }}{{ view['name'] }}{{ view.n }}{{ view.name.length }}`,
        view,
      ),
    ).toBe('y2名01');
  });

  it('escapes everything that was not sanitised, also when it says safe', () => {
    const fake = { html: '<b>', toString: () => '<b>', isEmpty: false };

    expect(show('{{ view.x }}', { x: '<b>&"\'' })).toBe('&lt;b&gt;&amp;&quot;&#39;');
    expect(show('{{ view.x | safe }}', { x: '<b>' })).toBe('&lt;b&gt;');
    expect(show('{{ view.x | safe }}', { x: fake })).toBe('&lt;b&gt;');
    expect(
      show('{{ view.x | safe }}', {
        x: JSON.parse(JSON.stringify(SanitizedHtml.fromSanitizer('<b>'))) as object,
      }),
    ).not.toContain('<b>');
    expect(
      show('{{ view.x | safe }}', { x: Object.create(SanitizedHtml.prototype) as object }),
    ).not.toContain('<b>');
    expect(show('{{ view.x | nl2br }}', { x: '<b>\n' })).toBe('&lt;b&gt;<br>');
    expect(show('{% filter safe %}{{ view.x }}{% endfilter %}', { x: '<b>' })).not.toContain('<b>');
  });

  it('shows sanitised text as it is', () => {
    expect(show('{{ view.x | safe }}', { x: SanitizedHtml.fromSanitizer('<p>正文</p>') })).toBe(
      '<p>正文</p>',
    );
    expect(show('{{ view.x }}', { x: SanitizedHtml.fromSanitizer('<p>') })).toBe('&lt;p&gt;');
  });

  it('leaves unknown names empty in production and tells them when asked', () => {
    const theme = new ThemeLibrary([
      folder('base', { 'pages/a.njk': '{{ view.titel }}{{ nothing }}{{ view.a.b }}{{ view.x | safe }}' }),
    ]).get('base');
    const data = { chrome, page, view: { a: { c: 1 }, x: 'text' } };

    expect(theme.render('pages/a.njk', data)).toBe('text');
    expect(theme.renderStrictly('pages/a.njk', data).missing).toEqual(['.b', '.titel', 'nothing', '| safe']);
  });
});

describe('过滤器', () => {
  const at = new Date('2026-03-05T06:30:59Z');

  it.each([
    ['{{ view.at | cnDate }}', '2026-03-05 14:30'],
    ['{{ view.at | cnDay }}', '2026-03-05'],
    ['{{ view.at | cnShortDay }}', '03-05'],
    ['{{ view.at | cnLongDay }}', '2026年3月5日'],
    ['{{ view.at | isoDate }}', '2026-03-05T14:30+08:00'],
    ['{{ view.day | isoDate }}', '2026-02-28'],
    ['{{ view.day | cnLongDay }}', '2026年2月28日'],
    ['{{ view.nothing | cnDate }}', ''],
    ['{{ view.title | cnDate }}', ''],
    ['{{ 0 | bytes }}', '0 字节'],
    ['{{ 1536 | bytes }}', '1.5 KB'],
    ['{{ 52428800 | bytes }}', '50 MB'],
    ['{{ view.title | truncate(3) }}', '𠮷祥县…'],
    ['{{ view.title | truncate(30) }}', '𠮷祥县人民政府'],
    ['{{ view.list | take(2) | join(",") }}', '1,2'],
    ['{{ view.list | skip(2) | join(",") }}', '3'],
    ['{{ "/zwgk/" | absolute }}', 'http://a.localhost/zwgk/'],
    ['{{ "http://b.cn/" | absolute }}', 'http://b.cn/'],
  ])('%s → %s', (source, expected) => {
    expect(show(source, { at, day: '2026-02-28', title: '𠮷祥县人民政府', list: [1, 2, 3] })).toBe(expected);
  });

  it('are a fixed list', () => {
    expect(FILTER_NAMES).toContain('asset');
    expect(FILTER_NAMES).not.toContain('dump');
  });
});

describe('主题文件', () => {
  const css = `body { color: red } ${'a'.repeat(300)}`;
  const { assets } = new ThemeLibrary([
    folder('base', {}, {}, { 'css/site.css': 'old', 'img/a.svg': '<svg/>' }),
    folder('red', {}, {}, { 'css/site.css': css }),
  ]).get('red');

  it('have addresses that change with their content, the same for files that refer to each other', () => {
    expect(assets.url('css/site.css')).toMatch(/^\/_theme\/red\/[0-9a-f]{12}\/css\/site\.css$/);
    expect(assets.url('img/a.svg').split('/')[3]).toBe(assets.hash);
  });

  it('are those of the nearest theme, compressed where it pays', () => {
    const file = assets.get('css/site.css');

    expect(String(file?.body)).toBe(css);
    expect(String(brotliDecompressSync(file?.brotli as Buffer))).toBe(css);
    expect(assets.get('img/a.svg')).toMatchObject({ contentType: 'image/svg+xml', brotli: null });
    expect(assets.get('../theme.json')).toBeNull();
    expect(assets.get('constructor')).toBeNull();
  });
});
