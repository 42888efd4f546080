import { SITE_KINDS, type SiteKind } from '@zhanqun/kernel';
import { UPDATE_CLASSES, type UpdateClass } from '../regulation/regulation';

export const CHANNEL_KINDS = ['dynamic', 'policy', 'notice', 'static', 'link'] as const;
export type BlueprintChannelKind = (typeof CHANNEL_KINDS)[number];

/** A channel of a blueprint; parents stand before their children. */
export interface BlueprintChannel {
  /** Whole path below the site, `zwgk/zcwj`. */
  readonly path: string;
  readonly parentPath: string | null;
  readonly name: string;
  readonly kind: BlueprintChannelKind;
  readonly updateClass: UpdateClass;
  /** A shorter cycle of its own, in days. */
  readonly cycleDays: number | null;
  /** 栏目类别 of the national page tags. */
  readonly columnType: string;
  /** Which of the site's bodies keeps it. */
  readonly owner: 'sponsor' | 'operator';
  readonly description: string;
  readonly keywords: readonly string[];
  readonly linkUrl: string | null;
  readonly isNavigation: boolean;
  /** Order among its siblings. */
  readonly position: number;
}

/** 建站蓝本: what a new site of a kind is born with. Data, read from `config/blueprints`. */
export interface Blueprint {
  readonly code: string;
  readonly name: string;
  readonly siteKind: SiteKind;
  readonly description: string;
  readonly theme: string;
  /** Role codes such a site works with. */
  readonly roles: readonly string[];
  /** Setting values by key. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly channels: readonly BlueprintChannel[];
}

type Data = Readonly<Record<string, unknown>>;

export function readBlueprint(data: unknown, file: string): Blueprint {
  const row = data as Data;
  const siteKind = SITE_KINDS.find((kind) => kind === row['siteKind']);
  if (!siteKind) throw new Error(`${file}: siteKind is missing or wrong`);
  const channels = readChannels(row['channels'] as Data[], null, file);
  const paths = new Set(channels.map((channel) => channel.path));
  if (paths.size !== channels.length) throw new Error(`${file}: two channels share a path`);
  return {
    code: text(row, 'code', file),
    name: text(row, 'name', file),
    siteKind,
    description: text(row, 'description', file),
    theme: text(row, 'theme', file),
    roles: (row['roles'] ?? []) as string[],
    settings: (row['settings'] ?? {}) as Record<string, unknown>,
    channels,
  };
}

/** The blueprint with `{site}` replaced by the short name of the site that is opened. */
export function filledIn(blueprint: Blueprint, shortName: string): Blueprint {
  const fill = (pattern: string): string => pattern.replaceAll('{site}', shortName);
  return {
    ...blueprint,
    settings: JSON.parse(fill(JSON.stringify(blueprint.settings))) as Record<string, unknown>,
    channels: blueprint.channels.map((channel) => ({
      ...channel,
      name: fill(channel.name),
      description: fill(channel.description),
    })),
  };
}

function readChannels(
  rows: readonly Data[] | undefined,
  parentPath: string | null,
  file: string,
): BlueprintChannel[] {
  return (rows ?? []).flatMap((row, position) => {
    const path = parentPath === null ? text(row, 'path', file) : `${parentPath}/${text(row, 'path', file)}`;
    const place = `${file}: channel ${path}`;
    const kind = CHANNEL_KINDS.find((each) => each === row['kind']);
    const updateClass = UPDATE_CLASSES.find((each) => each === row['updateClass']);
    const { owner = 'sponsor' } = row;
    if (!kind) throw new Error(`${place}: kind is missing or wrong`);
    if (!updateClass) throw new Error(`${place}: updateClass is missing or wrong`);
    if (owner !== 'sponsor' && owner !== 'operator') throw new Error(`${place}: owner is wrong`);
    const channel: BlueprintChannel = {
      path,
      parentPath,
      name: text(row, 'name', place),
      kind,
      updateClass,
      cycleDays: (row['cycleDays'] as number | undefined) ?? null,
      columnType: text(row, 'columnType', place),
      owner,
      description: text(row, 'description', place),
      keywords: (row['keywords'] ?? []) as string[],
      linkUrl: (row['linkUrl'] as string | undefined) ?? null,
      isNavigation: row['isNavigation'] === true,
      position,
    };
    return [channel, ...readChannels(row['children'] as Data[] | undefined, path, file)];
  });
}

function text(row: Data, field: string, place: string): string {
  const value = row[field];
  if (typeof value !== 'string' || value === '') throw new Error(`${place}: ${field} is missing`);
  return value;
}
