export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly line: number;
}

/** A rule of a style sheet with what it stands in: `@media print`, `@supports (…)`. */
export interface StyleRule {
  /** As written, or the at-rule itself: `@import "x.css"`, `@font-face`, `@page`. */
  readonly selector: string;
  readonly conditions: readonly string[];
  readonly declarations: readonly Declaration[];
  readonly line: number;
}

const GROUPS = /^@(media|supports|layer|container)\b/;

/** A style sheet read into rules. Not a full CSS parser: nesting is not used in themes. */
export class ParsedStyle {
  readonly rules: readonly StyleRule[];
  private readonly text: string;

  constructor(
    readonly name: string,
    readonly source: string,
  ) {
    this.text = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
    this.rules = [...this.read(0, this.text.length, [])];
  }

  /** Every declaration with its rule. */
  *declarations(): Generator<Declaration & { readonly rule: StyleRule }> {
    for (const rule of this.rules) for (const each of rule.declarations) yield { ...each, rule };
  }

  private *read(from: number, to: number, conditions: readonly string[]): Generator<StyleRule> {
    for (let at = from; at < to;) {
      const end = this.next(at, to);
      const selector = this.text.slice(at, end).trim().replace(/\s+/g, ' ');
      const line = this.lineOf(at + (this.text.slice(at, end).search(/\S/) + 1 || 1) - 1);
      if (this.text[end] !== '{') {
        if (selector.startsWith('@')) yield { selector, conditions, declarations: [], line };
        at = end + 1;
        continue;
      }
      const close = this.closing(end, to);
      if (GROUPS.test(selector)) yield* this.read(end + 1, close, [...conditions, selector]);
      else yield { selector, conditions, declarations: [...this.declared(end + 1, close)], line };
      at = close + 1;
    }
  }

  private *declared(from: number, to: number): Generator<Declaration> {
    for (let at = from; at < to;) {
      const end = this.next(at, to);
      const part = this.text.slice(at, end);
      const colon = part.indexOf(':');
      if (colon > 0)
        yield {
          property: part.slice(0, colon).trim().toLowerCase(),
          value: part.slice(colon + 1).trim(),
          line: this.lineOf(at + part.search(/\S/)),
        };
      at = end + 1;
    }
  }

  /** Where a statement or a prelude ends: `;`, `{` or `}` outside quotes and brackets. */
  private next(from: number, to: number): number {
    let depth = 0;
    for (let at = from; at < to; at += 1) {
      const letter = this.text[at] as string;
      if (letter === '"' || letter === "'") at = this.afterQuote(at, to);
      else if (letter === '(') depth += 1;
      else if (letter === ')') depth -= 1;
      else if (depth === 0 && (letter === ';' || letter === '{' || letter === '}')) return at;
    }
    return to;
  }

  private closing(open: number, to: number): number {
    let depth = 0;
    for (let at = open; at < to; at += 1) {
      const letter = this.text[at] as string;
      if (letter === '"' || letter === "'") at = this.afterQuote(at, to);
      else if (letter === '{') depth += 1;
      else if (letter === '}' && --depth === 0) return at;
    }
    return to;
  }

  private afterQuote(from: number, to: number): number {
    const quote = this.text[from];
    for (let at = from + 1; at < to; at += 1) {
      if (this.text[at] === '\\') at += 1;
      else if (this.text[at] === quote) return at;
    }
    return to;
  }

  private lineOf(offset: number): number {
    return this.text.slice(0, Math.max(0, offset)).split('\n').length;
  }
}
