import { CONTROL as UNFIT_FOR_ADDRESSES } from '../page/page-path';
import type { SettingDeclaration } from '../theme/theme-manifest';
import { AA, contrast } from './contrast';
import { isFontName } from './fonts';
import type { SettingFault } from './theme-settings.errors';

const COLOR = /^#[0-9a-fA-F]{6}$/;
const CHANNEL = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/;
const CONTROL = /(?![\n\t])[\p{Cc}\p{Surrogate}]/u;

type Problem = string | null;
type Rule = (value: unknown, setting: SettingDeclaration) => Problem;

const isText = (value: unknown): value is string => typeof value === 'string' && !CONTROL.test(value);
const length = (value: string): number => [...value].length;

/** An address a page may link to or show: of the own host, or written out with http(s). */
export function isAddress(value: string): boolean {
  // A browser drops or rewrites some of these signs, so what is shown would not be what is opened.
  if (UNFIT_FOR_ADDRESSES.test(value)) return false;
  if (/^\/(?!\/)[^\s\\]*$/.test(value)) return true;
  if (!/^https?:\/\//i.test(value) || /[\s\\]/.test(value)) return false;
  return URL.canParse(value);
}

const textRule: Rule = (value, setting) => {
  if (!isText(value)) return '须为文字';
  const max = setting.max ?? 200;
  return length(value) > max ? `不能超过 ${max} 字` : null;
};

const RULES: Readonly<Record<SettingDeclaration['type'], Rule>> = {
  text: textRule,
  richText: (value, setting) => textRule(value, { ...setting, max: setting.max ?? 20_000 }),
  color: (value, setting) => {
    if (typeof value !== 'string' || !COLOR.test(value)) return '须为形如 #14539A 的颜色';
    const against = setting.against === undefined ? '#FFFFFF' : setting.against;
    if (against === null) return null;
    const ratio = contrast(value, against);
    return ratio < AA
      ? `与背景的对比度只有 ${ratio.toFixed(2)}，低于无障碍要求的 ${AA}，请选择更深的颜色`
      : null;
  },
  font: (value) => (value === '' || isFontName(value) ? null : '须为所列字体之一'),
  image: (value, { formats }) => {
    if (value === '') return null;
    if (!isText(value) || !/^\/_(files|theme)\//.test(value) || !isAddress(value) || value.includes('..'))
      return '须从本站素材库选择图片';
    const ending = value.slice(value.lastIndexOf('.') + 1).toLowerCase();
    return !formats || formats.includes(ending)
      ? null
      : `须为 ${formats.join('、').toUpperCase()} 格式的图片`;
  },
  channel: (value) =>
    value === '' || (typeof value === 'string' && CHANNEL.test(value)) ? null : '须为栏目路径',
  channels: (value, setting) => listOf(value, setting.max ?? 20, (entry) => RULES.channel(entry, setting)),
  links: (value, setting) => listOf(value, setting.max ?? 50, linkProblem),
  boolean: (value) => (typeof value === 'boolean' ? null : '须为是或否'),
  choice: (value, setting) =>
    setting.options?.some((option) => option.value === value) ? null : '须为所列选项之一',
  number: (value, setting) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return '须为数字';
    if (setting.minimum !== undefined && value < setting.minimum) return `不能小于 ${setting.minimum}`;
    return setting.maximum !== undefined && value > setting.maximum ? `不能大于 ${setting.maximum}` : null;
  },
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listOf(value: unknown, max: number, rule: (entry: unknown) => Problem): Problem {
  if (!Array.isArray(value)) return '须为列表';
  if (value.length > max) return `不能超过 ${max} 项`;
  for (const entry of value) {
    const problem = rule(entry);
    if (problem) return problem;
  }
  return null;
}

/** A link with its address written out, or one that names a channel whose address is filled in later. */
function linkProblem(link: unknown): Problem {
  if (!isObject(link)) return '链接须有文字和地址';
  if (!isText(link.label) || link.label === '' || length(link.label) > 60) return '链接文字须为 1 至 60 字';
  const leads =
    typeof link.url === 'string'
      ? isAddress(link.url)
      : typeof link.channel === 'string' && CHANNEL.test(link.channel);
  if (!leads) return `“${link.label}”的地址须以 / 或 http(s):// 开头，或选择一个栏目`;
  for (const key of ['note', 'icon'] as const)
    if (link[key] !== undefined && (!isText(link[key]) || length(link[key]) > 60))
      return '链接说明不能超过 60 字';
  return null;
}

/** What is wrong with a site's values, one sentence a setting; unknown names are faults too. */
export function settingFaults(
  values: Readonly<Record<string, unknown>>,
  declarations: Readonly<Record<string, SettingDeclaration>>,
): SettingFault[] {
  const faults: SettingFault[] = [];
  for (const [key, value] of Object.entries(values)) {
    const setting = Object.hasOwn(declarations, key) ? declarations[key] : undefined;
    if (!setting) {
      faults.push({ key, message: `主题没有“${key}”这项设置` });
      continue;
    }
    const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty && setting.isRequired) faults.push({ key, message: `${setting.label}必须填写` });
    else {
      const problem = RULES[setting.type](value, setting) ?? addressProblem(key, value, setting);
      if (problem) faults.push({ key, message: `${setting.label}${problem}` });
    }
  }
  return faults;
}

/** Text settings named `…Url` end up in `href`: only addresses, never `javascript:`. */
function addressProblem(key: string, value: unknown, setting: SettingDeclaration): Problem {
  if (setting.type !== 'text' || !key.endsWith('Url') || value === '') return null;
  return isAddress(value as string) ? null : '须以 / 或 http(s):// 开头';
}

/** Values as templates see them: defaults first, then what the site set, unknown names left out. */
export function resolveSettings(
  values: Readonly<Record<string, unknown>>,
  declarations: Readonly<Record<string, SettingDeclaration>>,
): Record<string, unknown> {
  const resolved: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(declarations))
    resolved[key] =
      (Object.hasOwn(values, key) ? values[key] : undefined) ?? setting.default ?? emptyValue(setting);
  return resolved;
}

function emptyValue({ type, options }: SettingDeclaration): unknown {
  switch (type) {
    case 'boolean':
      return false;
    case 'number':
      return 0;
    case 'choice':
      return options?.[0]?.value ?? '';
    case 'channels':
    case 'links':
      return [];
    case 'text':
    case 'richText':
    case 'color':
    case 'font':
    case 'image':
    case 'channel':
      return '';
  }
}
