import type { Element } from 'domhandler';

export type Declarations = ReadonlyMap<string, string>;

/** What the style sheet of a pasted text says: of its classes, and of the numbering of its lists. */
export interface OfficeStyles {
  readonly classes: ReadonlyMap<string, Declarations>;
  /** `l0:level1` → `bullet`, `chinese-counting` … */
  readonly numberings: ReadonlyMap<string, string>;
}

export function declarationsOf(style: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of style.split(';')) {
    const at = part.indexOf(':');
    if (at > 0) found.set(part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim());
  }
  return found;
}

export function readStyles(sheet: string): OfficeStyles {
  const classes = new Map<string, Declarations>();
  const numberings = new Map<string, string>();
  for (const [, selectors = '', body = ''] of sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const list = /@list\s+(l\d+:level\d+)/.exec(selectors)?.[1];
    const declarations = declarationsOf(body);
    if (list) numberings.set(list, declarations.get('mso-level-number-format') ?? 'decimal');
    else
      for (const [, name = ''] of selectors.matchAll(/\.([\w\u4e00-\u9fff-]+)/g))
        classes.set(name, new Map([...(classes.get(name) ?? []), ...declarations]));
  }
  return { classes, numberings };
}

/** What holds for an element: its classes, then its own style. */
export function styleOf({ attribs }: Element, { classes }: OfficeStyles): Declarations {
  const style = new Map<string, string>();
  for (const name of (attribs.class ?? '').split(/\s+/))
    for (const [key, value] of classes.get(name) ?? []) style.set(key, value);
  for (const [key, value] of declarationsOf(attribs.style ?? '')) style.set(key, value);
  return style;
}

export const isHidden = (style: Declarations): boolean =>
  /^none\b/i.test(style.get('display') ?? '') ||
  /^all\b/i.test(style.get('mso-hide') ?? '') ||
  /^hidden\b/i.test(style.get('visibility') ?? '');

/** Marks that a style stands for. */
export function marksOf(style: Declarations): string[] {
  const weight = style.get('font-weight') ?? '';
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''} ${style.get('text-underline') ?? ''}`;
  const raised = style.get('vertical-align') ?? '';
  return [
    ...(/^(?:bold|bolder|[6-9]00)/i.test(weight) ? ['strong'] : []),
    ...(/^(?:italic|oblique)/i.test(style.get('font-style') ?? '') ? ['em'] : []),
    ...(/underline|single|double/i.test(line) ? ['u'] : []),
    ...(/line-through/i.test(line) ? ['s'] : []),
    ...(/^super/i.test(raised) ? ['sup'] : []),
    ...(/^sub/i.test(raised) ? ['sub'] : []),
  ];
}

export function alignmentOf({ attribs }: Element, style: Declarations): 'center' | 'right' | null {
  const word = (style.get('text-align') ?? attribs.align ?? '').toLowerCase();
  return word === 'center' || word === '-webkit-center'
    ? 'center'
    : word === 'right' || word === 'end'
      ? 'right'
      : null;
}
