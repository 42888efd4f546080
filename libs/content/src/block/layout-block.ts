import { blockType } from './types';

/** A block where it stands. What a person wrote of it is judged when it is saved, and read leniently afterwards. */
export interface LayoutBlock {
  /** Names the block within its page; kept when it moves. */
  readonly id: string;
  readonly type: string;
  /** Of the theme; a block in a region the theme does not have is parked until somebody moves it. */
  readonly region: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Blocks by region, as a theme's `theme.json` lists them: settings beside the type, without ids. */
export type RegionBlocks = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export const MOST_BLOCKS = 30;

/** 主题默认版面, as blocks with ids of their own. */
export function blocksOfRegions(regions: RegionBlocks): LayoutBlock[] {
  return Object.entries(regions).flatMap(([region, blocks]) =>
    blocks.map(({ type, ...settings }, at) => ({
      id: `${region}-${at + 1}`,
      type: String(type),
      region,
      settings,
    })),
  );
}

/** 暂存: blocks whose region the theme does not have, or whose kind is not installed any more. */
export function isParked({ region, type }: LayoutBlock, regions: readonly string[]): boolean {
  return !regions.includes(region) || blockType(type) === null;
}
