import type { SettingDeclarationView } from '@/api/theme';

export type Values = Record<string, unknown>;

/** Colours a theme comes with, for the swatch beside its name. */
export const coloursOf = (declaration: readonly SettingDeclarationView[]): string[] =>
  declaration.flatMap(({ kind, default: given }: { kind: string; default: unknown }) =>
    kind === 'colour' && typeof given === 'string' ? [given] : [],
  );

export const defaultsOf = (declaration: readonly SettingDeclarationView[]): Values =>
  Object.fromEntries(declaration.map((setting) => [setting.key, emptied(setting)]));

const emptied = ({ kind, default: given }: SettingDeclarationView): unknown =>
  given ?? (kind === 'boolean' ? false : ['links', 'channels'].includes(kind) ? [] : '');

/**
 * What the site set, carried over to another theme: its logo, slogan and texts stay, its colours become
 * those of the theme, because nobody chooses a red theme to keep it blue.
 */
export function carried(values: Values, declaration: readonly SettingDeclarationView[]): Values {
  const defaults = defaultsOf(declaration);
  return Object.fromEntries(
    declaration.map(({ key, kind }) => [
      key,
      kind === 'colour' ? defaults[key] : (values[key] ?? defaults[key]),
    ]),
  );
}

export const isChanged = (value: unknown, setting: SettingDeclarationView): boolean =>
  JSON.stringify(value ?? '') !== JSON.stringify(emptied(setting));
