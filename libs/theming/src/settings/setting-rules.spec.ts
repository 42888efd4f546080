import type { SettingDeclaration } from '../theme/theme-manifest';
import { resolveSettings, settingFaults } from './setting-rules';
import { siteStyle, siteStyleUrl } from './site-style';

const declarations: Record<string, SettingDeclaration> = {
  mainColor: { type: 'color', label: '主色', default: '#14539A' },
  bannerColor: { type: 'color', label: '横幅色', against: null, default: '#FFFFFF' },
  slogan: { type: 'text', label: '口号', max: 5 },
  searchUrl: { type: 'text', label: '搜索地址' },
  logo: { type: 'image', label: '标识', isRequired: true },
  favicon: { type: 'image', label: '图标', formats: ['png'] },
  nameFont: { type: 'font', label: '站名字体' },
  bodyFont: { type: 'font', label: '正文字体' },
  topics: { type: 'channels', label: '专题', max: 2 },
  links: { type: 'links', label: '友情链接', default: [] },
  isGrey: { type: 'boolean', label: '灰色' },
  density: { type: 'choice', label: '疏密', options: [{ value: 'wide', label: '宽' }] },
  rows: { type: 'number', label: '行数', minimum: 1, maximum: 20, default: 8 },
};
const faultsOf = (key: string, value: unknown): string[] =>
  settingFaults({ [key]: value }, declarations).map(({ message }) => message);

describe('主题设置', () => {
  it.each<[string, unknown]>([
    ['mainColor', '#14539A'],
    ['bannerColor', '#FFFF00'],
    ['slogan', '𠮷𠮷𠮷𠮷𠮷'],
    ['searchUrl', ''],
    ['searchUrl', '/search/'],
    ['searchUrl', 'https://search.gov.cn/s?q='],
    ['logo', '/_files/2026/a.png'],
    ['favicon', '/_files/2026/a.PNG'],
    ['favicon', ''],
    ['nameFont', 'kai'],
    ['nameFont', ''],
    ['topics', ['ztzl', 'zwgk/tzgg']],
    [
      'links',
      [
        { label: '县政府', url: 'http://www.x.gov.cn/' },
        { label: '公告', channel: 'tzgg' },
      ],
    ],
    ['isGrey', false],
    ['density', 'wide'],
    ['rows', 20],
  ])('accept for %s %j', (key, value) => {
    expect(faultsOf(key, value)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['mainColor', '#FFFF00', '对比度'],
    ['mainColor', 'red', '颜色'],
    ['mainColor', '#14539A;}', '颜色'],
    ['slogan', '一二三四五六', '5 字'],
    ['slogan', 'a\u0000', '文字'],
    ['slogan', '\ud800', '文字'],
    ['slogan', 7, '文字'],
    ['searchUrl', 'javascript:alert(1)', 'http'],
    ['searchUrl', '//evil.example/', 'http'],
    ['searchUrl', '/\u0001/evil.example/', '文字'],
    ['searchUrl', 'https://a.example/\ufffd', 'http'],
    ['links', [{ label: '甲', url: '/\u0001a' }], '甲'],
    ['links', [{ label: '甲', url: '/\ud800' }], '甲'],
    ['links', [{ label: '甲', url: '/\u2028a' }], '甲'],
    ['logo', '', '必须填写'],
    ['logo', 'http://evil.example/a.png', '素材库'],
    ['logo', '/_files/../x', '素材库'],
    ['favicon', '/_files/2026/a.svg', 'PNG'],
    ['nameFont', 'https://fonts.example/x.woff2', '字体'],
    ['nameFont', 'constructor', '字体'],
    ['topics', ['a', 'b', 'c'], '2 项'],
    ['topics', ['../x'], '栏目路径'],
    ['links', [{ label: '甲', url: 'javascript:x' }], '甲'],
    ['links', [{ label: '', url: '/' }], '60 字'],
    ['isGrey', 'yes', '是或否'],
    ['density', 'narrow', '选项'],
    ['rows', 0, '小于 1'],
    ['rows', Number.NaN, '数字'],
    ['unknown', 1, 'unknown'],
    ['__proto__x', 1, '没有'],
    ['constructor', 1, '没有'],
  ])('refuse for %s %j and say why', (key, value, why) => {
    expect(faultsOf(key, value).join()).toContain(why);
  });

  it('have their defaults filled in and nothing unknown left', () => {
    expect(resolveSettings({ rows: 3, old: 1 }, declarations)).toMatchObject({
      rows: 3,
      mainColor: '#14539A',
      isGrey: false,
      links: [],
      density: 'wide',
    });
    expect(resolveSettings({ old: 1 }, declarations)).not.toHaveProperty('old');
  });
});

describe('站点配色', () => {
  it('lies in the address of a small style sheet', () => {
    const url = siteStyleUrl({ mainColor: '#1F6B45', bannerColor: '#ffffff' }, declarations);

    expect(url).toBe('/_theme/style/main-1f6b45.css');
    expect(siteStyle(url)).toBe(':root{--main:#1f6b45}\n');
  });

  it('carries fonts by name, from stacks that devices have', () => {
    const url = siteStyleUrl({ mainColor: '#1F6B45', nameFont: 'serif', bodyFont: '' }, declarations);

    expect(url).toBe('/_theme/style/main-1f6b45_name-font-serif.css');
    expect(siteStyle(url)).toMatch(/^:root\{--main:#1f6b45;--name-font:'Source Han Serif SC',.*,serif\}\n$/);
    expect(siteStyle('/_theme/style/name-font-constructor.css')).toBeNull();
  });

  it('is nothing when the theme’s own colours are kept', () => {
    expect(siteStyleUrl({ mainColor: '#14539a' }, declarations)).toBe('');
  });

  it.each([
    '/_theme/style/main-red.css',
    '/_theme/style/main-1f6b45;}x{.css',
    '/_theme/style/.css',
    `/_theme/style/${'a-000000_'.repeat(100)}a-000000.css`,
  ])('refuses %s', (path) => {
    expect(siteStyle(path)).toBeNull();
  });
});
