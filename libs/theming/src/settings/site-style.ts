import type { SettingDeclaration } from '../theme/theme-manifest';

const STYLE = /^\/_theme\/style\/((?:[a-z][a-z0-9-]*-[0-9a-f]{6})(?:_[a-z][a-z0-9-]*-[0-9a-f]{6})*)\.css$/;
const MOST = 400;

/** `mainColor` → `main`: the custom property that carries the colour. */
const propertyOf = (key: string): string =>
  key.replace(/Color$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const colorOf = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');

/**
 * Address of a small style sheet with the colours a site changed; `''` when it changed none. The colours
 * are the address, so nothing is stored, a preview needs nothing saved, and it never goes out of date.
 */
export function siteStyleUrl(
  settings: Readonly<Record<string, unknown>>,
  declarations: Readonly<Record<string, SettingDeclaration>>,
): string {
  const changed = Object.entries(declarations)
    .filter(([, setting]) => setting.type === 'color')
    .map(([key, setting]) => [key, colorOf(settings[key]), colorOf(setting.default)] as const)
    .filter(([, value, otherwise]) => /^#[0-9a-f]{6}$/.test(value) && value !== otherwise)
    .map(([key, value]) => `${propertyOf(key)}-${value.slice(1)}`);
  return changed.length > 0 ? `/_theme/style/${changed.join('_')}.css` : '';
}

/** The style sheet of such an address; null for any other. */
export function siteStyle(path: string): string | null {
  const colors = path.length < MOST ? STYLE.exec(path)?.[1] : undefined;
  if (!colors) return null;
  const lines = colors.split('_').map((part) => `--${part.slice(0, -7)}:#${part.slice(-6)}`);
  return `:root{${lines.join(';')}}\n`;
}
