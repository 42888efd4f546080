import type { ParsedStyle } from './parsed-style';

/** Colours that `:root` names, later ones winning, as `#rrggbb`; mixed and conditional ones are left out. */
export function tokensOf(styles: readonly ParsedStyle[]): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const style of styles)
    for (const { property, value, rule } of style.declarations())
      if (property.startsWith('--') && rule.selector === ':root' && rule.conditions.length === 0) {
        const color = hex(value);
        if (color) tokens.set(property, color);
        else tokens.delete(property);
      }
  return tokens;
}

function hex(value: string): string | null {
  if (/^#[0-9a-f]{6}$/i.test(value)) return value;
  return /^#[0-9a-f]{3}$/i.test(value) ? value.replace(/[0-9a-f]/gi, '$&$&') : null;
}
