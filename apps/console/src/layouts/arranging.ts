import type { BlockType, LayoutBlock, LayoutRegion } from '@/api/layouts';

/** Pure steps of arranging: each answers new blocks and leaves the old ones for undo. */
export const inRegion = (blocks: readonly LayoutBlock[], region: string): LayoutBlock[] =>
  blocks.filter((block) => block.region === region);

/** 暂存: what stands in a region this theme does not have. */
export const parkedIn = (blocks: readonly LayoutBlock[], regions: readonly LayoutRegion[]): LayoutBlock[] =>
  blocks.filter(({ region }) => !regions.some(({ name }) => name === region));

/** Moves a block to the nth place of a region; the order within other regions stays. */
export function placed(
  blocks: readonly LayoutBlock[],
  id: string,
  region: string,
  place: number,
): LayoutBlock[] {
  const block = blocks.find((each) => each.id === id);
  if (!block) return [...blocks];
  const others = blocks.filter((each) => each.id !== id);
  const neighbours = inRegion(others, region);
  const before = neighbours[Math.max(0, place)];
  const at = before ? others.indexOf(before) : others.length;
  return [...others.slice(0, at), { ...block, region }, ...others.slice(at)];
}

export function newBlock(type: BlockType, region: string, taken: readonly LayoutBlock[]): LayoutBlock {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `${type.code}-${number}`)) number += 1;
  const settings = Object.fromEntries(type.fields.map((field) => [field.key, copyOf(field.default)]));
  return { id: `${type.code}-${number}`, type: type.code, region, settings };
}

export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T;

export function nameOf(block: LayoutBlock, type: BlockType | undefined): string {
  const title = block.settings['title'];
  return (typeof title === 'string' && title.trim()) || (type?.label ?? block.type);
}
