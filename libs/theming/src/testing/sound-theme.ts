import { REQUIRED_PAGES } from '../check/rules/t007-required-page';
import type { ThemeFolder } from '../theme/theme';
import { folder } from './theme-folder';

/** A frame with everything that theme check asks of a page. */
export const SOUND_LAYOUT = `<!doctype html><html lang="zh-CN"><head><title>{{ page.title }}</title>
{% for tag in page.tags %}<meta name="{{ tag.name }}" content="{{ tag.content }}">{% endfor %}
<link rel="stylesheet" href="{{ 'css/site.css' | asset }}"></head>
<body><a href="#main">跳到主要内容</a>
<header>{{ chrome.site.name }}<form role="search" action="/search/"><label for="words">搜索</label><input id="words" name="q"><button>搜索</button></form></header>
<main id="main"><h1>{{ page.title }}</h1>{% block main %}{% endblock %}</main>
<footer>{{ chrome.site.sponsor }} {{ chrome.site.contactPhone }} {{ chrome.site.siteCode }} {{ chrome.site.icpNumber }}
{{ chrome.site.policeFilingNumber }} <a href="{{ chrome.siteMapUrl }}">网站地图</a> <a href="{{ chrome.mistakeReportUrl }}">找错</a></footer></body></html>`;

export const SOUND_STYLE = `:root { --ink: #222; --paper: #fff; }
body { color: var(--ink); background: var(--paper); }
:focus-visible { outline: 3px solid #0b57a4; }
a { transition: color 150ms; }
@media (prefers-reduced-motion: reduce) { a { transition: none; } }
@media print { header { display: none; } }`;

export const inLayout = (main: string): string =>
  `{% extends "layouts/page.njk" %}{% block main %}${main}{% endblock %}`;

const ARTICLE = inLayout(
  `{{ view.article.title }} {{ view.article.source }} {{ view.article.publishedAt }} {{ view.article.body | safe }}
{% for file in view.attachments %}{{ file.label }}{% else %}没有附件{% endfor %}`,
);

export interface ThemeParts {
  readonly templates?: Readonly<Record<string, string>>;
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly assets?: Readonly<Record<string, string>>;
}

/** A `base` in which theme check finds nothing, with parts of it replaced. */
export const soundBase = ({ templates = {}, manifest = {}, assets = {} }: ThemeParts = {}): ThemeFolder =>
  folder(
    'base',
    {
      'layouts/page.njk': SOUND_LAYOUT,
      ...Object.fromEntries(REQUIRED_PAGES.map((page) => [page, inLayout('<p>正文</p>')])),
      'pages/article.njk': ARTICLE,
      ...templates,
    },
    manifest,
    { 'css/site.css': SOUND_STYLE, ...assets },
  );
