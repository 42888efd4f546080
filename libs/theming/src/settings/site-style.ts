import type { SettingDeclaration } from '../theme/theme-manifest';
import { FONT_STACKS, isFontName } from './fonts';

const PART = '(?:[a-z][a-z0-9-]*-[0-9a-f]{6}|[a-z]+-font-[a-z]+)';
const STYLE = new RegExp(`^/_theme/style/(${PART}(?:_${PART})*)\\.css$`);
const FONT = /^([a-z]+-font)-([a-z]+)$/;
const MOST = 400;

/** `mainColor` → `main`, `bodyFont` → `body-font`: the custom property that carries the value. */
const propertyOf = (key: string): string =>
  key.replace(/Color$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const colorOf = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');

/**
 * Address of a small style sheet with the colours and fonts a site changed; `''` when it changed none. They
 * are the address, so nothing is stored, a preview needs nothing saved, and it never goes out of date.
 */
export function siteStyleUrl(
  settings: Readonly<Record<string, unknown>>,
  declarations: Readonly<Record<string, SettingDeclaration>>,
): string {
  const parts = Object.entries(declarations).flatMap(([key, setting]) => {
    const value = settings[key];
    if (setting.type === 'font') return isFontName(value) ? [`${propertyOf(key)}-${value}`] : [];
    const color = setting.type === 'color' ? colorOf(value) : '';
    return /^#[0-9a-f]{6}$/.test(color) && color !== colorOf(setting.default)
      ? [`${propertyOf(key)}-${color.slice(1)}`]
      : [];
  });
  return parts.length > 0 ? `/_theme/style/${parts.join('_')}.css` : '';
}

/** The style sheet of such an address; null for any other. */
export function siteStyle(path: string): string | null {
  const parts = path.length < MOST ? STYLE.exec(path)?.[1]?.split('_') : undefined;
  const lines = parts?.map(lineOf);
  return lines?.every((line) => line !== null) ? `:root{${lines.join(';')}}\n` : null;
}

function lineOf(part: string): string | null {
  const [, property, font] = FONT.exec(part) ?? [];
  if (font === undefined) return `--${part.slice(0, -7)}:#${part.slice(-6)}`;
  return isFontName(font) ? `--${property}:${FONT_STACKS[font].stack}` : null;
}
