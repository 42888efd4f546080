import { Injectable } from '@nestjs/common';
import type { Ctx, SiteRef } from '@zhanqun/kernel';
import { Audit, Db, PublicWords, PurgeLog } from '@zhanqun/platform';
import { MemorySiteDirectory } from '../site/memory-site-directory';
import { declaredSetting, declaredSettings, faultOf, type Setting, type SettingLevel } from './setting';
import {
  settingInvalid,
  settingLevelWrong,
  settingLocked,
  settingLockRefused,
  settingUnknown,
} from './settings.errors';
import { SiteSetting } from './site-setting.entity';

const PLATFORM = 0;
/** Purge tag: the values stored at this place changed; 0 is the platform. */
export const settingsTag = (placeId: number): string => `settings:${placeId}`;

interface StoredValue {
  readonly value: unknown;
  readonly isLocked: boolean;
}

/** A setting as the console form shows it at one place. */
export interface EffectiveSetting<T = unknown> {
  readonly setting: Setting<T>;
  readonly value: T;
  /** Level the value comes from; `default` = the declaration. */
  readonly from: SettingLevel | 'default';
  /** Level above that locked it; null when it may be changed here. */
  readonly lockedBy: SettingLevel | null;
  /** Whether a value is stored at this very place. */
  readonly isOwn: boolean;
  /** Whether this place may set it at all. */
  readonly isEditable: boolean;
  /** Whether the value stored here is locked for the sites below. */
  readonly isLocked: boolean;
}

/**
 * 分层设置: platform → portal → site, each value a *default* or *locked* for the levels below.
 * Values are kept in memory and read without a query.
 */
@Injectable()
export class Settings {
  private values: ReadonlyMap<number, ReadonlyMap<string, StoredValue>> = new Map();

  constructor(
    private readonly db: Db,
    private readonly purges: PurgeLog,
    private readonly audit: Audit,
    private readonly directory: MemorySiteDirectory,
    private readonly words: PublicWords,
  ) {}

  /** The value that holds at `ctx.site`, or for the whole platform where the context has no site. */
  get<T>(ctx: { readonly site?: SiteRef }, setting: Setting<T>): T {
    return this.effective(ctx.site, setting).value;
  }

  /** The value with its origin: where it comes from and who locked it. */
  effective<T>(site: SiteRef | undefined, setting: Setting<T>): EffectiveSetting<T> {
    const level = levelOf(site);
    let found: { value: T; from: SettingLevel | 'default' } = { value: setting.default, from: 'default' };
    let lockedBy: SettingLevel | null = null;
    for (const place of placesAbove(site, setting)) {
      const stored = this.values.get(place.id)?.get(setting.key);
      if (!stored || lockedBy) continue;
      found = { value: stored.value as T, from: place.level };
      if (stored.isLocked && place.level !== level) lockedBy = place.level;
    }
    const own = this.values.get(site?.id ?? PLATFORM)?.get(setting.key);
    return {
      setting,
      ...found,
      lockedBy,
      isOwn: own !== undefined,
      isEditable: lockedBy === null && setting.levels.includes(level),
      isLocked: own?.isLocked ?? false,
    };
  }

  /** Every declared setting that this place may see, for the console form. */
  form(site: SiteRef | undefined): readonly EffectiveSetting[] {
    return declaredSettings().map((setting) => this.effective(site, setting));
  }

  /** The setting behind a key of the API. */
  declared(key: string): Setting {
    const setting = declaredSetting(key);
    if (!setting) throw settingUnknown({ key });
    return setting;
  }

  /**
   * Stores a value at the place of the context. With `lock` the levels below can no longer change it.
   * Raises `tenancy.setting.locked`, `.levelWrong`, `.lockRefused` or `.invalid`.
   */
  async set<T>(
    ctx: Ctx,
    setting: Setting<T>,
    value: T,
    { lock = false }: { lock?: boolean } = {},
  ): Promise<void> {
    this.mayChange(ctx.site, setting);
    const { key, label } = setting;
    if (lock && levelOf(ctx.site) === 'site') throw settingLockRefused({ key, label });
    const fault = faultOf(setting, value);
    if (fault) throw settingInvalid({ key, label, fault });
    if (setting.type === 'text') await this.words.pass(ctx, [{ label, text: String(value) }]);

    await this.change(ctx, setting, `设置“${label}”`, async (ctx) => {
      await this.store(ctx, ctx.site?.id ?? PLATFORM, new Map([[key, { value, isLocked: lock }]]));
    });
  }

  /** Takes the place's own value away, so that the inherited one holds again. */
  async clear(ctx: Ctx, setting: Setting): Promise<void> {
    this.mayChange(ctx.site, setting);
    await this.change(ctx, setting, `恢复“${setting.label}”为上级设定`, async (ctx) => {
      await this.db
        .shared(ctx, SiteSetting)
        .removeWhere({ ofSiteId: ctx.site?.id ?? PLATFORM, key: setting.key });
    });
  }

  /** Stores the values a new site is born with, in the caller's transaction and one statement; the caller purges. */
  async furnish(ctx: Ctx, siteId: number, values: Readonly<Record<string, unknown>>): Promise<void> {
    const entries = Object.entries(values);
    for (const [key, value] of entries) {
      const setting = declaredSetting(key);
      const fault = setting && faultOf(setting, value);
      if (setting && fault) throw settingInvalid({ key, label: setting.label, fault });
    }
    const rows = this.db.shared(ctx, SiteSetting);
    await rows.saveAll(entries.map(([key, value]) => rows.build({ ofSiteId: siteId, key, value })));
  }

  /** Reads all values into memory. */
  async refresh(ctx: Ctx): Promise<void> {
    this.values = await this.read(ctx, {});
  }

  /** Reads the values of one place into memory. */
  async refreshPlace(ctx: Ctx, placeId: number): Promise<void> {
    const fresh = await this.read(ctx, { ofSiteId: placeId });
    this.values = new Map(this.values).set(placeId, fresh.get(placeId) ?? new Map());
  }

  private async read(ctx: Ctx, where: { ofSiteId?: number }): Promise<Map<number, Map<string, StoredValue>>> {
    const rows = await this.db
      .shared(ctx, SiteSetting)
      .select(['ofSiteId', 'key', 'value', 'isLocked'], { where });
    const values = new Map<number, Map<string, StoredValue>>();
    for (const { ofSiteId, key, value, isLocked } of rows) {
      const place = values.get(ofSiteId) ?? new Map<string, StoredValue>();
      values.set(ofSiteId, place.set(key, { value, isLocked }));
    }
    return values;
  }

  private mayChange(site: SiteRef | undefined, setting: Setting): void {
    const { key, label } = setting;
    const { lockedBy } = this.effective(site, setting);
    if (lockedBy) throw settingLocked({ key, label, lockedBy });
    const level = levelOf(site);
    if (!setting.levels.includes(level)) throw settingLevelWrong({ key, label, level });
  }

  private async change(
    ctx: Ctx,
    setting: Setting,
    summary: string,
    work: (ctx: Ctx) => Promise<void>,
  ): Promise<void> {
    const { site } = ctx;
    await this.db.transaction(ctx, async (ctx) => {
      await work(ctx);
      await this.audit.record(ctx, {
        action: 'tenancy.setting.changed',
        subject: 'SiteSettings',
        ...(site ? { subjectId: site.id } : {}),
        summary,
        detail: { key: setting.key },
      });
      await this.purges.add(ctx, [settingsTag(site?.id ?? PLATFORM), ...this.pagesShowing(site, setting)]);
    });
  }

  /** A change at a site shows in its own pages; one above shows in those of every site below. */
  private pagesShowing(site: SiteRef | undefined, setting: Setting): string[] {
    const sites = this.directory
      .all()
      .filter((each) => !site || each.id === site.id || (setting.descends && each.portalId === site.id));
    return sites.flatMap(({ id }) => [`site:${id}:chrome`, `site:${id}:home`]);
  }

  private async store(ctx: Ctx, ofSiteId: number, values: ReadonlyMap<string, StoredValue>): Promise<void> {
    const rows = this.db.shared(ctx, SiteSetting);
    for (const [key, { value, isLocked }] of values) {
      const row = (await rows.findOne({ ofSiteId, key }, { lock: 'write' })) ?? rows.build({ ofSiteId, key });
      row.value = value;
      row.isLocked = isLocked;
      await rows.save(row);
    }
  }
}

function levelOf(site: SiteRef | undefined): SettingLevel {
  if (!site) return 'platform';
  return site.kind === 'portal' ? 'portal' : 'site';
}

function placesAbove(site: SiteRef | undefined, setting: Setting): { id: number; level: SettingLevel }[] {
  const places: { id: number; level: SettingLevel }[] = [{ id: PLATFORM, level: 'platform' }];
  if (!site) return places;
  if (site.kind === 'portal') return [...places, { id: site.id, level: 'portal' }];
  if (setting.descends) places.push({ id: site.portalId, level: 'portal' });
  return [...places, { id: site.id, level: 'site' }];
}
