interface Segment {
  readonly source: string;
  readonly names: readonly string[];
  /** Higher is more specific: literal text 3, text with a parameter 2, parameter 1, closing slash ½, rest 0. */
  readonly rank: number;
}

const PARAMETER = /:([A-Za-z][A-Za-z0-9]*)(?:\(([^()]+)\))?/g;
const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function segmentOf(text: string): Segment {
  if (text === '') return { source: '', names: [], rank: 0.5 };
  if (text.startsWith('*')) {
    const name = text.slice(1);
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new Error(`route rest parameter without a name: ${text}`);
    return { source: '(.+)', names: [name], rank: 0 };
  }
  const names: string[] = [];
  let source = '';
  let literals = '';
  let from = 0;
  let isConstrained = false;
  for (const match of text.matchAll(PARAMETER)) {
    const literal = text.slice(from, match.index);
    source += quote(literal);
    literals += literal;
    from = match.index + match[0].length;
    names.push(match[1] as string);
    isConstrained ||= match[2] !== undefined;
    source += `(${match[2] ?? '[^/]+'})`;
  }
  literals += text.slice(from);
  source += quote(text.slice(from));
  return { source, names, rank: names.length === 0 ? 3 : literals || isConstrained ? 2 : 1 };
}

/** One route of a page, compiled. Paths are matched decoded, one segment at a time. */
export class RoutePattern {
  private readonly regexp: RegExp;
  private readonly names: readonly string[];
  private readonly ranks: readonly number[];

  constructor(readonly route: string) {
    if (!route.startsWith('/')) throw new Error(`a route begins with "/": ${route}`);
    const segments = splitRoute(route).map(segmentOf);
    this.regexp = new RegExp(`^/${segments.map((segment) => segment.source).join('/')}$`, 'u');
    this.names = segments.flatMap((segment) => segment.names);
    this.ranks = segments.map((segment) => segment.rank);
  }

  match(path: string): Record<string, string> | null {
    const found = this.regexp.exec(path);
    if (!found) return null;
    const params: Record<string, string> = {};
    this.names.forEach((name, index) => (params[name] = found[index + 1] as string));
    return params;
  }

  /** Negative when `this` is more specific than `other` and must be tried first. */
  compare(other: RoutePattern): number {
    const length = Math.max(this.ranks.length, other.ranks.length);
    for (let index = 0; index < length; index += 1) {
      const difference = (other.ranks[index] ?? -1) - (this.ranks[index] ?? -1);
      if (difference !== 0) return difference;
    }
    return this.route < other.route ? -1 : Number(this.route !== other.route);
  }
}

/** Splits at slashes outside of `(…)`. */
function splitRoute(route: string): string[] {
  return route.slice(1).split(/\/(?![^(]*\))/);
}
