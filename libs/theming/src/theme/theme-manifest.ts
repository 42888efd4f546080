import { defineError } from '@zhanqun/kernel';
import { isPackageName } from './theme-packages';

/** Kinds of values a theme may ask an official for. */
export const SETTING_TYPES = [
  'text',
  'richText',
  'color',
  'font',
  'image',
  'channel',
  'channels',
  'links',
  'boolean',
  'choice',
  'number',
] as const;
export type SettingType = (typeof SETTING_TYPES)[number];

/** One setting of a theme, as `theme.json` declares it under `settings`. */
export interface SettingDeclaration {
  readonly type: SettingType;
  /** Chinese label of the form field. */
  readonly label: string;
  readonly help?: string;
  /** Heading under which the form shows it. */
  readonly group?: string;
  readonly default?: unknown;
  readonly isRequired?: boolean;
  /** choice: the values on offer. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** text, richText: longest text; links, channels: most entries. */
  readonly max?: number;
  /** number: bounds. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** image: endings of files that may be chosen, e.g. `png`; any picture when left out. */
  readonly formats?: readonly string[];
  /** color: what it must be readable against, `#FFFFFF` unless said otherwise; null switches the check off. */
  readonly against?: string | null;
}

export interface RegionDeclaration {
  readonly name: string;
  readonly label: string;
}

export type HomeLayout = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** `themes/<name>/theme.json`. */
export interface ThemeManifest {
  readonly name: string;
  readonly label: string;
  readonly version: string;
  readonly description: string;
  /** Theme whose templates, assets and settings stand behind this one's; null only for `base`. */
  readonly extends: string | null;
  /** Page templates this theme offers, e.g. `pages/home.njk`; those of the parent need not be repeated. */
  readonly templates: readonly string[];
  readonly settings: Readonly<Record<string, SettingDeclaration>>;
  readonly regions: readonly RegionDeclaration[];
  /** Blocks of the home page by region, where a site has arranged none; the parent's when left out. */
  readonly homeLayout: HomeLayout;
  /** Assets that are the main file of an installed package: asset → package. */
  readonly packages: Readonly<Record<string, string>>;
}

export const themeBroken = defineError<{ theme: string; faults: string[] }>(
  'theming.theme.broken',
  'invalid',
  ({ theme, faults }) => `主题“${theme}”无法使用：${faults.join('；')}`,
);

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

export const isThemeName = (name: string): boolean => NAME.test(name);

/** Faults of a `theme.json`, one sentence each; an empty list means `parseManifest` will accept it. */
export function manifestFaults(raw: unknown, folder: string): string[] {
  if (!raw || typeof raw !== 'object' || Array.isArray(raw)) return ['theme.json 不是一个对象'];
  const it = raw as Record<string, unknown>;
  const faults: string[] = [];
  const need = (isFine: boolean, fault: string): void => void (isFine || faults.push(fault));
  need(typeof it.name === 'string' && NAME.test(it.name), 'name 须为小写字母、数字和连字符');
  need(it.name === folder, `name 须与目录名“${folder}”一致`);
  need(typeof it.label === 'string' && it.label !== '', '缺少 label（中文名称）');
  need(typeof it.version === 'string' && /^\d+\.\d+\.\d+$/.test(it.version), 'version 须形如 1.0.0');
  need(it.extends == null || (typeof it.extends === 'string' && NAME.test(it.extends)), 'extends 不是主题名');
  need(folder === 'base' || typeof it.extends === 'string', '除 base 外须写明 extends');
  need(
    it.templates === undefined ||
      (Array.isArray(it.templates) && it.templates.every((t) => typeof t === 'string')),
    'templates 须为模板路径的列表',
  );
  need(
    it.regions === undefined ||
      (Array.isArray(it.regions) &&
        it.regions.every(
          (r: { name?: unknown; label?: unknown }) =>
            typeof r?.name === 'string' && typeof r.label === 'string',
        )),
    'regions 须为 {name, label} 的列表',
  );
  for (const [file, name] of Object.entries((it.packages as Record<string, unknown>) ?? {}))
    need(
      /^[a-z][a-z0-9/-]*\.js$/.test(file) && isPackageName(name),
      `packages 的“${file}”须是 .js 文件对包名`,
    );
  for (const [key, setting] of Object.entries((it.settings as Record<string, unknown>) ?? {})) {
    const s = setting as Partial<SettingDeclaration> | null;
    need(/^[a-z][A-Za-z0-9]{0,59}$/.test(key), `设置“${key}”的名称须为小驼峰`);
    need(!!s && SETTING_TYPES.includes(s.type as SettingType), `设置“${key}”的 type 未知`);
    need(!!s && typeof s.label === 'string' && s.label !== '', `设置“${key}”缺少 label`);
    need(
      s?.type !== 'choice' || (Array.isArray(s.options) && s.options.length > 0),
      `设置“${key}”缺少 options`,
    );
  }
  return faults;
}

/** Reads a `theme.json`. Raises `theming.theme.broken` naming every fault. */
export function parseManifest(raw: unknown, folder: string): ThemeManifest {
  const faults = manifestFaults(raw, folder);
  if (faults.length > 0) throw themeBroken({ theme: folder, faults });
  const it = raw as ThemeManifest;
  return {
    name: it.name,
    label: it.label,
    version: it.version,
    description: it.description ?? '',
    extends: it.extends ?? null,
    templates: it.templates ?? [],
    settings: it.settings ?? {},
    regions: it.regions ?? [],
    homeLayout: it.homeLayout ?? {},
    packages: it.packages ?? {},
  };
}
