/** A block as the theme's settings hold it; written by people, so nothing in it is taken for granted. */
export interface BlockSetting {
  readonly type: string;
  readonly title: string;
  readonly channel: string;
  readonly documents: string;
  readonly interpretations: string;
  readonly articles: number;
  readonly slides: number;
  readonly topics: number;
  readonly tabs: readonly { readonly title: string; readonly channel: string }[];
  readonly entrances: readonly {
    readonly label: string;
    readonly note: string;
    readonly icon: string;
    readonly channel: string;
    readonly url: string;
  }[];
  readonly groups: readonly string[];
}

export const REGIONS = ['top', 'main', 'aside', 'bottom'] as const;
export type Region = (typeof REGIONS)[number];

const MOST_BLOCKS = 12;
const MOST_ENTRIES = 24;

/** Reads the theme setting `homeBlocks`; what is not understood is left out. */
export function readHomeBlocks(setting: unknown): Record<Region, BlockSetting[]> {
  const given = isRecord(setting) ? setting : {};
  const blocksOf = (region: Region): BlockSetting[] =>
    records(given[region]).slice(0, MOST_BLOCKS).map(readBlock);
  return {
    top: blocksOf('top'),
    main: blocksOf('main'),
    aside: blocksOf('aside'),
    bottom: blocksOf('bottom'),
  };
}

function readBlock(block: Record<string, unknown>): BlockSetting {
  return {
    type: text(block.type),
    title: text(block.title),
    channel: path(block.channel),
    documents: path(block.documents),
    interpretations: path(block.interpretations),
    articles: count(block.articles, 6),
    slides: count(block.slides, 4),
    topics: count(block.topics, 4),
    tabs: records(block.tabs)
      .slice(0, MOST_ENTRIES)
      .map((tab) => ({ title: text(tab.title), channel: path(tab.channel) })),
    entrances: records(block.entrances)
      .slice(0, MOST_ENTRIES)
      .map((entrance) => ({
        label: text(entrance.label),
        note: text(entrance.note),
        icon: /^[a-z][a-z0-9-]{0,30}$/.test(text(entrance.icon)) ? text(entrance.icon) : '',
        channel: path(entrance.channel),
        url: text(entrance.url),
      })),
    groups: Array.isArray(block.groups) ? block.groups.filter((group) => typeof group === 'string') : [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function path(value: unknown): string {
  return text(value).replace(/^\/+|\/+$/g, '');
}

function count(value: unknown, otherwise: number): number {
  const number = Number(value);
  return Number.isFinite(number) && number >= 1 ? Math.min(30, Math.trunc(number)) : otherwise;
}
