import { ThemeLibrary } from '../theme/theme-library';
import { inLayout, soundBase } from '../testing/sound-theme';
import { ThemeCheck } from './theme-check';

/** A theme without a fault, with one page replaced. */
const codesOf = (
  page: string,
  rest: { manifest?: Record<string, unknown>; layout?: string; file?: string } = {},
): string[] => {
  const templates = {
    ...(rest.layout === undefined ? {} : { 'layouts/page.njk': rest.layout }),
    [rest.file ?? 'pages/home.njk']: page,
  };
  const themes = new ThemeLibrary([soundBase({ templates, manifest: rest.manifest ?? {} })]);
  return new ThemeCheck(themes).run('base').map(({ code }) => code);
};
const inPage = (main: string): string[] =>
  codesOf(`{% extends "layouts/page.njk" %}{% block main %}${main}{% endblock %}`);

describe('主题检查', () => {
  it('finds nothing in a good theme', () => {
    expect(inPage('<h1>{{ view.title }}</h1><img src="a" alt="">')).toEqual([]);
  });

  it.each([
    ['T010', '{{ titel }}'],
    ['T010', '{{ chrome.site.nmae }}'],
    ['T010', '{{ page.tag }}'],
    ['T010', '{{ chrome.theme.settings.missing }}'],
    ['T011', '{{ view.date | chineseDate }}'],
    ['T011', '{{ view.x | dump }}'],
    ['T012', '{{ view.title | safe }}'],
    ['T012', '{{ "<b>" | safe }}'],
    ['T002', '{% include "components/none.njk" %}'],
    ['T003', '{% if view.a %}'],
    ['T030', '<img src="{{ view.url }}">'],
    ['T031', '<script>alert(1)</script>'],
    ['T031', '<style>a{}</style>'],
    ['T031', '<p style="color:red">'],
    ['T031', '<a href="#" onclick="x()">甲</a>'],
    ['T031', '<a href="javascript:x()">甲</a>'],
    ['T032', '<a href="http://www.example.gov.cn/">甲</a>'],
    ['T032', '<link href="//cdn.example/x.css">'],
    ['T033', "{{ 'css/none.css' | asset }}"],
    ['T040', '{% for a in view.articles %}<li>{{ a.title }}</li>{% endfor %}'],
    ['T041', '<input name="q">'],
    ['T021', '<main>'],
  ])('%s is found in %s', (code, main) => {
    expect(inPage(main)).toContain(code);
  });

  it.each([
    '{% for a in view.articles %}{{ a.title }}{{ loop.index }}{% else %}暂无{% endfor %}',
    '{% if view.articles.length %}{% for a in view.articles %}{{ a.title }}{% endfor %}{% endif %}',
    '{% set name = view.name %}{{ name }}',
    '{% macro row(a, b=1) %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}{{ row(view.x) }}',
    '{{ view.article.body | safe }}',
    '<link href="{{ \'css/site.css\' | asset }}">',
    '<label for="q">搜索</label><input id="q">',
    '<input type="hidden" name="a">',
    '<script src="/x.js" defer></script>',
    '<script type="application/ld+json">{}</script>',
    '<a title="a > b" href="/x">甲</a>',
    '{# <img> #}',
  ])('accepts %s', (main) => {
    expect(inPage(main)).toEqual([]);
  });

  it('misses page tags, language and title of a page that stands alone', () => {
    const codes = codesOf('<html><body><header></header><main></main><footer></footer></body></html>');

    expect(codes).toEqual(expect.arrayContaining(['T020', 'T022']));
  });

  it('asks no frame of the pages that stand in for a site', () => {
    const page = '<!doctype html><html lang="zh"><title>x</title><h1>x</h1></html>';

    expect(codesOf(page, { file: 'pages/unavailable.njk' })).toEqual([]);
  });

  it('finds a default that its own declaration refuses', () => {
    const settings = { mainColor: { type: 'color', label: '主色', help: '主色', default: '#FFFF00' } };

    expect(codesOf('{% extends "layouts/page.njk" %}', { manifest: { settings } })).toEqual(['T001']);
  });

  it('knows a page’s view once it was shown one', () => {
    const themes = new ThemeLibrary([
      soundBase({ templates: { 'pages/home.njk': inLayout('{{ view.titel }}{{ view.title }}') } }),
    ]);
    const check = new ThemeCheck(themes);
    expect(check.run('base')).toEqual([]);

    check.learn('pages/home.njk', { title: '' });

    expect(check.run('base')).toMatchObject([
      { code: 'T010', template: 'pages/home.njk', message: '未知变量 view.titel' },
    ]);
  });

  it('refuses to look at a theme that is not installed', () => {
    expect(() => new ThemeCheck(new ThemeLibrary([])).run('none')).toThrow(
      expect.objectContaining({ code: 'theming.theme.notInstalled' }),
    );
  });
});
