import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, PurgeLog } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { SiteTheme } from '@zhanqun/theming';
import { articleTag } from '../channel/channel-tags';
import { Asset } from './asset.entity';
import { articlesUsing, textsAfter, type TextRow, type UsingRow } from './asset-use.sql';

export const PLACE_KINDS = ['live', 'draft', 'former', 'look', 'setting', 'topic'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** 使用位置: where a file of the site is used. */
export interface AssetPlace {
  readonly kind: PlaceKind;
  /** Of the article or topic; null for the look and the settings of the site. */
  readonly id: number | null;
  readonly title: string;
}

/** A feature beside the articles that shows files. It registers itself with `AssetPlaces` when its module starts. */
export abstract class AssetUseSource {
  /** Where it uses the file with this path at the site of the context. */
  abstract placesOf(ctx: SiteCtx, path: string): Promise<readonly AssetPlace[]>;
  /** Whether citizens see the file there now. */
  abstract isPublic(ctx: SiteCtx, path: string): Promise<boolean>;
  /** All paths it uses, for counting. */
  abstract paths(ctx: SiteCtx): Promise<readonly string[]>;
  /** Purge tags of what shows the file, for a file that was replaced. */
  abstract tags(ctx: SiteCtx, path: string): Promise<readonly string[]>;
}

const MOST_PLACES = 200;
const BATCH = 200;
const PATHS = /\d{6}\/[a-z0-9][a-z0-9-]*\.[a-z0-9]{1,5}/g;

/** 使用情况 of the files of a site: texts, also old and unpublished ones, the look, the settings, topics. */
@Injectable()
export class AssetPlaces {
  private readonly sources: AssetUseSource[] = [];

  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly purges: PurgeLog,
  ) {}

  register(source: AssetUseSource): void {
    if (!this.sources.includes(source)) this.sources.push(source);
  }

  async of(ctx: SiteCtx, { path }: Pick<Asset, 'path'>): Promise<AssetPlace[]> {
    const { text, parameters } = articlesUsing(ctx.site.id, path, MOST_PLACES);
    const articles = await this.db.sql<UsingRow>(ctx, text, parameters);
    const elsewhere: (readonly AssetPlace[])[] = [];
    for (const source of this.sources) elsewhere.push(await source.placesOf(ctx, path));
    return [
      ...articles.map(({ id, title, ...row }) => ({ kind: kindOf(row), id: Number(id), title })),
      ...((await this.isInLook(ctx, path)) ? [place('look', '主题外观与首页版块')] : []),
      ...this.settingsWith(ctx, path).map((label) => place('setting', label)),
      ...elsewhere.flat(),
    ];
  }

  async isPublicElsewhere(ctx: SiteCtx, path: string): Promise<boolean> {
    for (const source of this.sources) if (await source.isPublic(ctx, path)) return true;
    return false;
  }

  /** In the transaction that replaced the file: pages name its size and show it. */
  async purge(ctx: SiteCtx, asset: Asset): Promise<void> {
    const places = await this.of(ctx, asset);
    const live = places.filter(({ kind }) => kind === 'live').map(({ id }) => articleTag(id as number));
    const tags: string[] = [];
    for (const source of this.sources) tags.push(...(await source.tags(ctx, asset.path)));
    const isEverywhere =
      places.length >= MOST_PLACES || places.some(({ kind }) => kind === 'look' || kind === 'setting');
    await this.purges.add(ctx, [...live, ...tags, ...(isEverywhere ? [`site:${ctx.site.id}`] : [])]);
  }

  /** 清点: how often each file of the site is used now; every live and open text is read once. */
  async count(ctx: SiteCtx): Promise<void> {
    const uses = new Map<string, number>();
    const add = (text: string): void => {
      for (const path of new Set(text.match(PATHS))) uses.set(path, (uses.get(path) ?? 0) + 1);
    };
    for (let after = 0; ;) {
      const { text, parameters } = textsAfter(ctx.site.id, after, BATCH);
      const rows = await this.db.sql<TextRow>(ctx, text, parameters);
      for (const row of rows)
        add([row.coverPath, row.body, row.attachments ?? '', row.facts ?? ''].join('\n'));
      if (rows.length < BATCH) break;
      after = Number(rows.at(-1)?.id);
    }
    const look = await this.db.site(ctx, SiteTheme).findOne({});
    add(JSON.stringify([look?.settings, this.settings.form(ctx.site).map(({ value }) => value)]));
    for (const source of this.sources) (await source.paths(ctx)).forEach(add);
    await this.store(ctx, uses);
  }

  private async store(ctx: SiteCtx, uses: ReadonlyMap<string, number>): Promise<void> {
    const assets = this.db.site(ctx, Asset);
    for (const { id, path, uses: known } of await assets.select(['id', 'path', 'uses'])) {
      const now = uses.get(path) ?? 0;
      if (now !== known) await assets.updateWhere({ id }, { uses: now });
    }
    await assets.updateWhere({ state: 'ready' }, { usesCountedAt: ctx.now });
  }

  private async isInLook(ctx: SiteCtx, path: string): Promise<boolean> {
    const look = await this.db.site(ctx, SiteTheme).findOne({});
    return look !== null && JSON.stringify(look.settings).includes(path);
  }

  private settingsWith({ site }: SiteCtx, path: string): string[] {
    return this.settings
      .form(site)
      .filter(({ value, isOwn }) => isOwn && JSON.stringify(value ?? '').includes(path))
      .map(({ setting }) => `站点设置“${setting.label}”`);
  }
}

const place = (kind: PlaceKind, title: string): AssetPlace => ({ kind, id: null, title });

function kindOf({ isLive, isOpen }: Pick<UsingRow, 'isLive' | 'isOpen'>): PlaceKind {
  if (Number(isLive) === 1) return 'live';
  return Number(isOpen) === 1 ? 'draft' : 'former';
}

/** For a refusal: `稿件《…》`, at most six. */
export function placeWords(places: readonly AssetPlace[]): string[] {
  const words = places.slice(0, 6).map(({ kind, title }) => {
    if (kind === 'look' || kind === 'setting') return title;
    return kind === 'topic' ? `专题“${title}”` : `稿件《${title}》`;
  });
  return places.length > 6 ? [...words, `等 ${places.length} 处`] : words;
}
