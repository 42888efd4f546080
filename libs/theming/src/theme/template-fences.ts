import nunjucks from 'nunjucks';

/**
 * Nunjucks is no sandbox: `{{ ''.constructor.constructor('…')() }}` runs code. These fences replace
 * its two lookups. A template reaches own properties of plain data and nothing that is inherited, and
 * no member of a function; so constructors, prototypes and the methods behind them do not exist for it.
 */
interface NunjucksRuntime {
  memberLookup(object: unknown, key: unknown): unknown;
  contextOrFrameLookup(
    context: TemplateContext,
    frame: { lookup(name: string): unknown },
    name: string,
  ): unknown;
}
interface TemplateContext {
  readonly ctx: Record<string, unknown>;
  readonly env: { readonly globals: Record<string, unknown> };
}

const DENIED = new Set(['constructor', 'prototype', '__proto__']);

/** Names asked for in vain, while somebody listens (theme check, tests). Rendering is synchronous. */
let listening: { readonly names: Set<string> } | null = null;

/** Runs `render` and tells which members and variables it asked for in vain. */
export function withMisses<T>(render: () => T): { result: T; missing: string[] } {
  const outer = listening;
  listening = { names: new Set() };
  try {
    const result = render();
    return { result, missing: [...listening.names].sort() };
  } finally {
    listening = outer;
  }
}

/** Reports something a template did in vain: a misspelt name, `| safe` on an unknown value. */
export function noteMiss(name: string): void {
  listening?.names.add(name);
}

const own = (object: object, key: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(object, key);

function memberLookup(object: unknown, key: unknown): unknown {
  if (object === undefined || object === null || typeof object === 'function') return undefined;
  const name = typeof key === 'number' ? key : String(key);
  if (typeof name === 'string' && DENIED.has(name)) return undefined;
  if (own(Object(object) as object, name)) return (object as Record<PropertyKey, unknown>)[name];
  noteMiss(`.${String(name)}`);
  return undefined;
}

function contextOrFrameLookup(
  context: TemplateContext,
  frame: { lookup(name: string): unknown },
  name: string,
): unknown {
  const local = frame.lookup(name);
  if (local !== undefined) return local;
  if (DENIED.has(name)) return undefined;
  if (own(context.ctx, name)) return context.ctx[name];
  if (own(context.env.globals, name)) return context.env.globals[name];
  noteMiss(name);
  return undefined;
}

const runtime = nunjucks.runtime as unknown as NunjucksRuntime;
runtime.memberLookup = memberLookup;
runtime.contextOrFrameLookup = contextOrFrameLookup;
