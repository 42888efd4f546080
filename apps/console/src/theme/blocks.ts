import type { BlockTypeView } from '@/api/theme';

export type Block = { type: string } & Record<string, unknown>;
/** Blocks of the home page by region. */
export type Regions = Record<string, Block[]>;

export function asRegions(value: unknown, names: readonly string[]): Regions {
  const given = (value ?? {}) as Regions;
  return Object.fromEntries(names.map((name) => [name, [...(given[name] ?? [])]]));
}

export function newBlock(type: BlockTypeView): Block {
  const fields = type.fields.map((field) => [field.key, emptyOf(field.kind)]);
  return { ...Object.fromEntries(fields), type: type.type, title: type.label };
}

function emptyOf(kind: string): unknown {
  if (kind === 'number') return 6;
  return ['channels', 'links', 'choices'].includes(kind) ? [] : '';
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

/** A link or tab of a block: leads to a channel of this site or to an address. */
export interface LinkValue {
  label?: string;
  title?: string;
  note?: string;
  icon?: string;
  url?: string;
  channel?: string;
}
