import { folder } from '../testing/theme-folder';
import { inLayout, SOUND_LAYOUT, SOUND_STYLE, soundBase, type ThemeParts } from '../testing/sound-theme';
import { ThemeLibrary } from '../theme/theme-library';
import { REQUIRED_PAGES } from './rules/t007-required-page';
import { themeRules } from './rules';
import { ThemeCheck } from './theme-check';

/** A sound theme with parts replaced; `child` is checked instead when it is given. */
interface Case extends ThemeParts {
  readonly child?: ThemeParts;
}
const home = (main: string): Case => ({ templates: { 'pages/home.njk': inLayout(main) } });
const style = (css: string): Case => ({ assets: { 'css/site.css': `${SOUND_STYLE}\n${css}` } });
const layout = (from: string | RegExp, to: string): Case => ({
  templates: { 'layouts/page.njk': SOUND_LAYOUT.replace(from, to) },
});
const setting = (declared: object): Case => ({
  manifest: { settings: { one: { label: '一', ...declared } } },
});
const without = (css: RegExp): Case => ({ assets: { 'css/site.css': SOUND_STYLE.replace(css, '') } });
const film = '<video controls src="{{ view.url }}"></video>';

/** For every rule one theme that breaks it and one that comes close and keeps it. */
const CASES: Readonly<Record<string, readonly [broken: Case, kept: Case]>> = {
  T001: [
    setting({ type: 'color', help: '主色', default: '#ffff00' }),
    setting({ type: 'color', help: '主色', default: '#14539A' }),
  ],
  T002: [
    home('{% include "components/none.njk" %}'),
    home('{% include "components/none.njk" ignore missing %}'),
  ],
  T003: [home('{% if view.a %}'), home('{% if view.a %}甲{% endif %}')],
  T004: [setting({ type: 'text', default: '' }), setting({ type: 'text', help: '写一行字', default: '' })],
  T005: [
    { manifest: { homeLayout: { top: [{ type: 'list' }] } } },
    {
      manifest: { homeLayout: { top: [{ type: 'list' }] } },
      templates: { 'components/blocks/list.njk': '<p>列表</p>' },
    },
  ],
  T006: [
    { templates: { 'components/old.njk': '<p>旧</p>' } },
    {
      templates: {
        'components/new.njk': '<p>新</p>',
        'pages/home.njk': inLayout('{% include "components/new.njk" %}'),
      },
    },
  ],
  T007: [{ manifest: { templates: [] }, templates: {} }, {}],
  T008: [
    { child: { templates: { 'layouts/page.njk': `${SOUND_LAYOUT}\n{# 改了一行 #}` } } },
    {
      child: {
        templates: {
          'pages/home.njk': '{% extends "base:pages/home.njk" %}{% block main %}新{% endblock %}',
        },
      },
    },
  ],
  T010: [home('{{ chrome.site.nmae }}'), home('{{ chrome.site.name }}')],
  T011: [home('{{ view.date | chineseDate }}'), home('{{ view.date | cnDate }}')],
  T012: [home('{{ view.title | safe }}'), home('{{ view.article.body | safe }}')],
  T020: [layout(/\{% for tag[\s\S]*?endfor %\}/, ''), {}],
  T021: [layout('</footer>', ''), {}],
  T022: [layout(' lang="zh-CN"', ''), {}],
  T023: [home('<h2>二</h2><h4>四</h4>'), home('<h2>二</h2><h3>三</h3><h2>又二</h2>')],
  T024: [layout(/<h1>.*<\/h1>/, ''), {}],
  T025: [layout('{{ chrome.site.siteCode }}', ''), {}],
  T026: [layout('href="#main"', 'href="#content"'), {}],
  T027: [layout(' role="search"', ''), {}],
  T028: [
    {
      templates: { 'pages/article.njk': inLayout('{{ view.article.title }}{{ view.article.body | safe }}') },
    },
    {},
  ],
  T030: [home('<img src="{{ view.url }}">'), home('<img src="{{ view.url }}" alt="">')],
  T031: [home('<p style="color:red">甲</p>'), home('<script type="application/ld+json">{}</script>')],
  T032: [home('<a href="http://www.example.gov.cn/">甲</a>'), home('<a href="https://www.gov.cn/">甲</a>')],
  T033: [
    home('<img src="{{ \'img/a.svg\' | asset }}" alt="">'),
    home('<link href="{{ \'css/site.css\' | asset }}">'),
  ],
  T034: [{ assets: { 'img/a.png': 'x'.repeat(300_000) } }, { assets: { 'img/a.png': 'x'.repeat(100_000) } }],
  T035: [
    style('@font-face { src: url(https://fonts.example/a.woff2); }'),
    { ...style('@font-face { src: url(../a.woff2); }'), ...home('<a href="https://www.gov.cn/">甲</a>') },
  ],
  T036: [
    home('<a href="/a" target="_blank">甲</a>'),
    home('<a href="/a" target="_blank" rel="external noopener">甲</a>'),
  ],
  T037: [home('<p tabindex="3">甲</p>'), home('<p tabindex="0">甲</p>')],
  T038: [home('<button autofocus>甲</button>'), home('<button data-autofocus-not>甲</button>')],
  T039: [home('<center>甲</center>'), home('<p class="center">甲</p>')],
  T040: [
    home('{% for a in view.list %}{{ a }}{% endfor %}'),
    home('{% for a in view.list %}{{ a }}{% else %}暂无{% endfor %}'),
  ],
  T041: [home('<input name="n">'), home('<label for="n">数</label><input id="n" name="n">')],
  T042: [
    home('<table><tr><td>1</td></tr></table>'),
    home('<table><caption>表</caption><tr><th scope="col">列</th></tr></table>'),
  ],
  T043: [
    home('<p id="words">甲</p>'),
    home('{% if view.a %}<p id="p">甲</p>{% else %}<p id="p">乙</p>{% endif %}'),
  ],
  T044: [home('<form><button type="button">甲</button></form>'), home('<form><button>送出</button></form>')],
  T045: [home('<a href="#">甲</a>'), home('<article>甲</article><a href="#main">乙</a>')],
  T046: [home('<iframe src="/a"></iframe>'), home('<iframe src="/a" title="地图"></iframe>')],
  T047: [home(film.replace('controls', 'controls autoplay')), home(film)],
  T048: [
    layout('<title>', '<meta name="viewport" content="width=device-width, user-scalable=no"><title>'),
    layout('<title>', '<meta name="viewport" content="width=device-width, initial-scale=1"><title>'),
  ],
  T049: [
    home('<a href="/a" aria-hidden="true">甲</a>'),
    home('<a href="/a" aria-hidden="true" tabindex="-1">甲</a>'),
  ],
  T050: [
    { manifest: { regions: [{ name: 'top', label: '顶部' }] } },
    {
      manifest: { regions: [{ name: 'top', label: '顶部' }] },
      ...home(
        '{% if view.regions.top.length %}{% for b in view.regions.top %}{{ b.title }}{% endfor %}{% endif %}',
      ),
    },
  ],
  T060: [
    style('a:focus { outline: none; }'),
    style('a:focus { outline: 0; border-color: #000; } main:focus { outline: 0; }'),
  ],
  T061: [
    style('small { font-size: 12px; }'),
    style('small { font-size: .875rem; } @media print { small { font-size: 12px; } }'),
  ],
  T062: [
    style('a { color: #000 !important; }'.repeat(11)),
    style(`@media print { ${'a { color: #000 !important; }'.repeat(11)} }`),
  ],
  T063: [without(/@media print .*/), {}],
  T064: [without(/:focus-visible .*/), {}],
  T065: [without(/@media \(prefers-reduced-motion.*/), {}],
  T066: [
    style('.box { width: 640px; }'),
    style('.box { max-width: 640px; } @media (min-width: 768px) { .box { width: 640px; } }'),
  ],
  T067: [
    style('a { color: var(--mian); }'),
    style('a { color: var(--mian, #000); background: var(--paper); }'),
  ],
  T068: [
    style('a { background: url("../img/none.svg"); }'),
    {
      assets: {
        'css/site.css': `${SOUND_STYLE} a { background: url(../img/a.svg); }`,
        'img/a.svg': '<svg/>',
      },
    },
  ],
  T070: [style(':root { --ink: #888; }'), style(':root { --ink: #444; } .dark { --ink: #888; }')],
  T071: [
    {
      manifest: {
        settings: Object.fromEntries(
          ['a', 'b', 'c', 'd'].map((key) => [
            key,
            { type: 'color', label: key, help: key, default: '#111111' },
          ]),
        ),
      },
    },
    setting({ type: 'color', help: '主色', default: '#111111' }),
  ],
};

function codesIn({ child, ...parts }: Case, skipped: readonly string[] = []): string[] {
  const base = soundBase(parts);
  const templates = new Map([...base.templates].filter(([name]) => !skipped.includes(name)));
  const folders = [{ ...base, templates }];
  if (child)
    folders.push(
      folder('child', { ...child.templates }, { ...child.manifest }, { ...child.assets }) as never,
    );
  return new ThemeCheck(new ThemeLibrary(folders)).run(child ? 'child' : 'base').map(({ code }) => code);
}

describe('规则', () => {
  it('are at least twenty-five, each with its own code, a severity and advice', () => {
    expect(themeRules.length).toBeGreaterThanOrEqual(25);
    expect(new Set(themeRules.map(({ code }) => code)).size).toBe(themeRules.length);
    for (const { help } of themeRules) expect(help.length).toBeGreaterThan(8);
  });

  it('find nothing in a sound theme', () => {
    expect(codesIn({})).toEqual([]);
  });

  it('have a case each', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(themeRules.map(({ code }) => code).toSorted());
  });

  it.each(Object.entries(CASES))(
    '%s finds what breaks it and leaves in peace what keeps it',
    (code, [broken, kept]) => {
      // A page that is missing cannot be written as a replaced part.
      const skipped = code === 'T007' ? [REQUIRED_PAGES[0]] : [];

      expect(codesIn(broken, skipped)).toContain(code);
      expect(codesIn(kept)).not.toContain(code);
    },
  );
});
