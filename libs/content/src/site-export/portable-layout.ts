import type { FileValue, Target } from '../block/block-field';
import type { LayoutBlock } from '../block/layout-block';
import { blockType } from '../block/types';
import { packBody, unpackBody } from './portable-body';
import type { FindRow, Lookup } from './portable-rows';

/** 首页版面 in the file: pictures by their path, articles by their numbers in the file. */
export interface PackedLayout {
  readonly published: readonly LayoutBlock[] | null;
  readonly draft: readonly LayoutBlock[] | null;
}

const ARTICLE = /^(\/art\/\d{6}\/)(\d{1,15})(\.html)(?=$|[?#])/;
const PACKED = /^(\/art\/\d{6}\/)~(\d{1,10})(\.html)(?=$|[?#])/;

type Move = (kind: string, value: unknown) => unknown;

export function packBlocks(blocks: readonly LayoutBlock[], prefix: string, lookup: Lookup): LayoutBlock[] {
  const address = (url: string): string => {
    const ref = lookup('article', Number(ARTICLE.exec(url)?.[2] ?? 0));
    return ref === null ? url : url.replace(ARTICLE, `$1~${ref}$3`);
  };
  return blocks.map((block) =>
    moved(block, (kind, value) => {
      if (kind === 'image' || kind === 'video') return packedFile(value as FileValue | null, lookup);
      if (kind === 'articles') return present(listOf<number>(value).map((id) => lookup('article', id)));
      if (kind === 'richText')
        return packBody(textOf(value), prefix, (id) => lookup('article', id) as number | null);
      return addressed(kind, value, address);
    }),
  );
}

/** What the file names and this site does not have is left empty. */
export function unpackBlocks(blocks: readonly LayoutBlock[], prefix: string, find: FindRow): LayoutBlock[] {
  const address = (url: string): string => {
    const ref = PACKED.exec(url)?.[2];
    const id = ref === undefined ? null : find('article', Number(ref));
    return id === null ? url : url.replace(PACKED, `$1${id}$3`);
  };
  return blocks.map((block) =>
    moved(block, (kind, value) => {
      if (kind === 'image' || kind === 'video') return unpackedFile(value as FileValue | null, find);
      if (kind === 'articles') return present(listOf<number>(value).map((ref) => find('article', ref)));
      if (kind === 'richText') return unpackBody(textOf(value), prefix, (ref) => find('article', ref));
      return addressed(kind, value, address);
    }),
  );
}

/** Blocks of a kind that is not installed have no fields and travel as they are. */
function moved(block: LayoutBlock, move: Move): LayoutBlock {
  const settings = { ...block.settings };
  for (const { key, kind } of blockType(block.type)?.fields ?? [])
    if (settings[key] !== undefined) settings[key] = move(kind, settings[key]);
  return { ...block, settings };
}

function addressed(kind: string, value: unknown, address: (url: string) => string): unknown {
  const to = <T extends Target>(target: T): T =>
    isRecord(target) ? { ...target, url: address(textOf(target.url)) } : target;
  if (kind === 'target') return to(value as Target);
  return kind === 'links' || kind === 'dates' ? listOf<Target>(value).map(to) : value;
}

function packedFile(file: FileValue | null, lookup: Lookup): { path: string; alt: string } | null {
  const path = file && lookup('asset', file.assetId);
  return typeof path === 'string' ? { path, alt: file?.alt ?? '' } : null;
}

function unpackedFile(file: FileValue | null, find: FindRow): FileValue | null {
  const assetId = file && find('asset', textOf(file.path));
  return file && assetId
    ? { assetId, path: textOf(file.path), alt: textOf(file.alt), width: 0, height: 0 }
    : null;
}

/** A file may hold anything; what is no block at all is left out, the rest is judged like any saving. */
export function blocksIn(value: unknown): LayoutBlock[] | null {
  if (!Array.isArray(value)) return null;
  return value.filter((block): block is LayoutBlock => isRecord(block) && isRecord(block.settings));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const present = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);
const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
