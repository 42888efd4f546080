import nunjucks from 'nunjucks';

/** A node of the Nunjucks tree; its types do not describe it. */
export interface TemplateNode {
  readonly typename: string;
  readonly lineno: number;
  readonly fields: readonly string[];
  readonly value?: unknown;
  readonly children?: readonly TemplateNode[];
  readonly [field: string]: unknown;
}

const parser = (nunjucks as unknown as { parser: { parse(source: string): TemplateNode } }).parser;

/** A template read two ways: as a Nunjucks tree, and as HTML with the Nunjucks parts blanked out. */
export class ParsedTemplate {
  readonly tree: TemplateNode | null;
  readonly fault: { readonly message: string; readonly line: number } | null = null;
  /** Same length in lines as the source; `{{ … }}` became `§`, statements and comments became spaces. */
  readonly html: string;
  /** The same with its statements, at the same offsets. */
  private readonly marked: string;

  constructor(
    readonly name: string,
    readonly source: string,
  ) {
    let tree: TemplateNode | null = null;
    try {
      tree = parser.parse(source);
    } catch (error) {
      const { message, lineno } = error as { message: string; lineno?: number };
      this.fault = { message: message.replace(/\s+/g, ' ').trim(), line: (lineno ?? 0) + 1 };
    }
    this.tree = tree;
    const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
    this.marked = source
      .replace(/\{#[\s\S]*?#\}/g, blank)
      .replace(/\{\{[\s\S]*?\}\}/g, (part) => `§${part.replace(/[^\n]/g, '')}`);
    this.html = this.marked.replace(/\{%[\s\S]*?%\}/g, blank);
  }

  lineOf(offset: number): number {
    return this.html.slice(0, offset).split('\n').length;
  }

  /** Whether two places may stand on one page: not in different branches of the same `if` or `for … else`. */
  canMeet(one: number, other: number): boolean {
    const there = new Map(this.branchesAt(other));
    return this.branchesAt(one).every(([fork, branch]) => (there.get(fork) ?? branch) === branch);
  }

  /** Forks around an offset, outermost first: where each begins, and which of its branches this is. */
  private branchesAt(offset: number): [fork: number, branch: number][] {
    const open: [number, number][] = [];
    for (const { 1: word, index } of this.marked.matchAll(
      /\{%-?\s*(if|for|elif|elseif|else|endif|endfor)\b/g,
    )) {
      if (index >= offset) break;
      if (word === 'if' || word === 'for') open.push([index, 0]);
      else if (word === 'endif' || word === 'endfor') open.pop();
      else {
        const last = open.at(-1);
        if (last) last[1] += 1;
      }
    }
    return open;
  }

  /** Opening tags of the HTML with their attributes as text. */
  *tags(
    name = '[a-zA-Z][a-zA-Z0-9-]*',
  ): Generator<{ name: string; attributes: string; line: number; offset: number }> {
    const pattern = new RegExp(`<(${name})(?![\\w-])((?:\\s+|"[^"]*"|'[^']*'|[^>"'])*)>`, 'gi');
    for (const match of this.html.matchAll(pattern))
      yield {
        name: (match[1] as string).toLowerCase(),
        attributes: match[2] ?? '',
        line: this.lineOf(match.index),
        offset: match.index,
      };
  }

  /** All nodes of the tree, parents before children. */
  *nodes(from: TemplateNode | null = this.tree): Generator<TemplateNode> {
    if (!from) return;
    yield from;
    for (const child of childrenOf(from)) yield* this.nodes(child);
  }

  *nodesOf(...types: string[]): Generator<TemplateNode> {
    for (const node of this.nodes()) if (types.includes(node.typename)) yield node;
  }

  /** Variables that are read, as deep as they are written out: `['chrome', 'site', 'name']`. */
  *reads(from: TemplateNode | null = this.tree): Generator<{ path: string[]; line: number }> {
    if (!from) return;
    const path = pathOf(from);
    if (path) yield { path, line: from.lineno + 1 };
    else for (const child of childrenOf(from).filter((node) => !isName(node, from))) yield* this.reads(child);
  }

  /** Names of templates this one extends, includes or imports, as far as they are written out. */
  get references(): { name: string; line: number; kind: string; isOptional: boolean }[] {
    return [...this.nodesOf('Extends', 'Include', 'Import', 'FromImport')].flatMap((node) => {
      const target = node.template as TemplateNode;
      return target.typename === 'Literal'
        ? [
            {
              name: String(target.value),
              line: node.lineno + 1,
              kind: node.typename,
              isOptional: node.ignoreMissing === true,
            },
          ]
        : [];
    });
  }
}

/** Symbols that name something and read nothing: blocks, filters, tests, arguments, imports. */
function isName(node: TemplateNode, parent: TemplateNode): boolean {
  switch (parent.typename) {
    case 'Block':
    case 'Filter':
    case 'FilterAsync':
    case 'Macro':
    case 'Caller':
      return node === parent.name || (parent.typename !== 'Filter' && node === parent.args);
    case 'Pair':
      return node === parent.key && node.typename === 'Symbol';
    case 'Is':
      return node === parent.right;
    case 'Import':
      return node === parent.target;
    case 'FromImport':
      return node === parent.names;
    default:
      return false;
  }
}

const isNode = (value: unknown): value is TemplateNode =>
  typeof value === 'object' && value !== null && typeof (value as TemplateNode).typename === 'string';

export function childrenOf(node: TemplateNode): TemplateNode[] {
  const values = [...node.fields.map((field) => node[field]), ...(node.children ?? [])];
  return [...new Set(values.flatMap((value) => (Array.isArray(value) ? value : [value])).filter(isNode))];
}

/** `chrome.site.name` → `['chrome', 'site', 'name']`; null when a part is computed. */
export function pathOf(node: TemplateNode): string[] | null {
  if (node.typename === 'Symbol') return [String(node.value)];
  if (node.typename !== 'LookupVal') return null;
  const target = pathOf(node.target as TemplateNode);
  const key = node.val as TemplateNode;
  return target && key.typename === 'Literal' && typeof key.value === 'string'
    ? [...target, key.value]
    : null;
}
