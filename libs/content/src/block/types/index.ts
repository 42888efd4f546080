import type { BlockType } from '../block-type';
import { banner } from './banner.block';
import { calendar } from './calendar.block';
import { carousel } from './carousel.block';
import { entrances } from './entrances.block';
import { headline } from './headline.block';
import { hot } from './hot.block';
import { leaders } from './leaders.block';
import { list } from './list.block';
import { policy } from './policy.block';
import { richText } from './rich-text.block';
import { services } from './services.block';
import { sites } from './sites.block';
import { tabs } from './tabs.block';
import { topics } from './topics.block';
import { video } from './video.block';

/** 版块类型, in the order of the palette. */
export const BLOCK_TYPES: readonly BlockType[] = [
  headline,
  carousel,
  tabs,
  list,
  hot,
  entrances,
  services,
  policy,
  leaders,
  sites,
  topics,
  banner,
  calendar,
  video,
  richText,
];

const byCode = new Map<string, BlockType>(BLOCK_TYPES.map((type) => [type.code, type]));

export const blockType = (code: string): BlockType | null => byCode.get(code) ?? null;
