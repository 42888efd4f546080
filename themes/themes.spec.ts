import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { settingFaults, ThemeCheck, ThemeLibrary } from '@zhanqun/theming';

const HERE = __dirname;
const THEMES = ['base', 'portal-red', 'portal-blue', 'department-blue', 'township-green', 'plain-text'];

const library = ThemeLibrary.read(HERE);
const templatesOf = (name: string): [string, string][] => [...library.get(name).templates];

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const part = parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('bundled themes', () => {
  it('are exactly these, each readable and standing on base', () => {
    expect(new Set(library.all().map((theme) => theme.name))).toEqual(new Set(THEMES));
    for (const theme of library.all()) expect(theme.chain.at(-1)?.manifest.name).toBe('base');
  });

  it('offer a template for every kind of page', () => {
    const pages = readdirSync(join(HERE, 'base/pages')).map((file) => `pages/${file}`);
    expect(new Set(library.get('base').manifest.templates)).toEqual(new Set(pages));
  });

  it('copy nothing: what a child holds differs from what it would inherit', () => {
    const copied = library.all().flatMap((theme) =>
      new ThemeCheck(library).run(theme.name).filter(({ code }) => code === 'T008'),
    );
    const held = library.all().filter(({ name }) => name !== 'base').map(({ chain }) => chain[0]!.templates.size);

    expect(copied).toEqual([]);
    expect(Math.max(...held)).toBeLessThanOrEqual(8);
  });

  it.each(THEMES)('%s keeps style and script out of its templates, as the content security policy demands', (name) => {
    const faults = templatesOf(name)
      .filter(([, source]) => /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\s(?:src=|type="application\/ld\+json"))|javascript:/i.test(source))
      .map(([file]) => file);

    expect(faults).toEqual([]);
  });

  it.each(THEMES)('%s names only assets and icons that exist', (name) => {
    const theme = library.get(name);
    const sources = templatesOf(name).map(([, source]) => source).join('\n');
    const sprite = theme.assets.get('icons.svg')!.body.toString();
    const assets = [...sources.matchAll(/'([\w./-]+)' \| asset/g)].map((match) => match[1]!);
    const icons = [
      ...[...sources.matchAll(/\bicon\('([a-z]+)'/g)].map((match) => match[1]!),
      ...[...JSON.stringify(theme.settings).matchAll(/"icon":"([a-z]+)"/g)].map((match) => match[1]!),
    ];

    expect(assets.filter((file) => !theme.assets.has(file))).toEqual([]);
    expect(icons.filter((icon) => !sprite.includes(`id="${icon}"`))).toEqual([]);
  });

  it.each(THEMES)('%s declares the colours that its style sheet shows, readable on white', (name) => {
    const css = readFileSync(join(HERE, name === 'base' ? 'base/assets/css/site.css' : `${name}/assets/css/theme.css`), 'utf8');
    const { mainColor, accentColor } = library.get(name).settings;

    for (const [token, setting] of [['main', mainColor], ['accent', accentColor]] as const) {
      const shown = new RegExp(`--${token}: (#[0-9a-f]{6})`).exec(css)?.[1];
      expect(shown).toBe(String(setting?.default).toLowerCase());
      expect(contrast(shown!, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(THEMES)('%s has defaults that it would accept from an official', (name) => {
    const { settings, regions } = library.get(name);
    const defaults = Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.default]));
    expect(settingFaults(defaults, settings, regions)).toEqual([]);
  });

  it.each(THEMES)('%s passes the theme check without a finding', (name) => {
    const findings = new ThemeCheck(library).run(name);
    expect(findings.map(({ code, template, line, message }) => `${code} ${template}:${line} ${message}`)).toEqual([]);
  });

  it('keep article text at 7 : 1 and more', () => {
    const css = readFileSync(join(HERE, 'base/assets/css/site.css'), 'utf8');
    const ink = /--ink: (#[0-9a-f]{6})/.exec(css)![1]!;
    expect(contrast(ink, '#ffffff')).toBeGreaterThanOrEqual(7);
  });

  it('stay light: style and script of a home page are at most 60 KB as they travel', () => {
    const { assets } = library.get('portal-red');
    const used = ['layouts/document.njk', 'layouts/page.njk', 'pages/home.njk', 'components/icon.njk']
      .flatMap((file) => [...library.get('base').source(file)!.matchAll(/'([\w./-]+\.(?:css|js|svg))' \| asset/g)])
      .map((match) => match[1]!);
    const bytes = [...new Set(used)].map((file) => assets.get(file)!).map(({ body, gzip }) => (gzip ?? body).length);

    expect(used).toContain('css/site.css');
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60 * 1024);
  });

  it('draw text without a picture where they are plain', () => {
    const theme = library.get('plain-text');
    const drawn = ['components/header.njk', 'components/masthead-art.njk', 'components/brand-mark.njk', 'components/slides.njk'];

    for (const file of drawn) expect(theme.source(file)).not.toContain('<img');
    expect(theme.source('components/icon.njk')).not.toContain('icons.svg');
  });
});
