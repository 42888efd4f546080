import { Injectable } from '@nestjs/common';
import { Asset, blocksOfRegions, LayoutService, Topic, type LayoutBlock } from '@zhanqun/content';
import { addDays, shanghaiDay, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { FARMING_TOPIC, homeLayouts, topicLayout, type PlannedLayout } from '../county/layouts';
import { seasonOf } from '../county/seasons';
import { PORTAL, SITES } from '../county/sites';
import { staffOf } from '../county/staff';
import { PICTURES } from '../files/pictures/pictures';
import { Cast } from './cast';

/** 版面 of home pages and of a topic, published by the administrators of their sites; one draft waits. */
@Injectable()
export class LayoutSeeder {
  constructor(
    private readonly db: Db,
    private readonly cast: Cast,
    private readonly layouts: LayoutService,
  ) {}

  async lay(ctx: StaffCtx): Promise<void> {
    const season = seasonOf(Number(shanghaiDay(ctx.now).slice(5, 7)));
    const homes = homeLayouts(season);
    for (const { key } of SITES) {
      const plan = homes[key];
      if (plan) await this.publish(await this.cast.at(ctx, staffOf(key).admin, key), 'home', plan);
    }
    const admin = await this.cast.at(ctx, staffOf(PORTAL).admin, PORTAL);
    const topic = await this.db.site(admin, Topic).findOne({ path: FARMING_TOPIC });
    if (topic) await this.publish(admin, `topic:${topic.id}`, topicLayout(season));
    await this.beginDraft(await this.cast.at(ctx, staffOf('qingshui').editor, 'qingshui'));
  }

  private async publish(admin: EditorCtx, page: string, plan: PlannedLayout): Promise<void> {
    const blocks: LayoutBlock[] = [];
    for (const block of blocksOfRegions(plan.regions))
      blocks.push({ ...block, settings: await this.filledIn(admin, block.settings) });
    await this.layouts.save(admin, page, 0, blocks);
    await this.layouts.publish(admin, page, 1, plan.note);
  }

  /** An editor has begun something that the administrator has not published yet. */
  private async beginDraft(editor: EditorCtx): Promise<void> {
    const { blocks, layout } = await this.layouts.get(editor, 'home');
    const more: LayoutBlock = {
      id: 'photos',
      type: 'list',
      region: 'bottom',
      settings: { title: '清水风光', channel: 'xzdt', style: 'pictures', articles: 4 },
    };
    await this.layouts.save(editor, 'home', layout?.version ?? 0, [...blocks, more]);
  }

  private async filledIn(
    ctx: EditorCtx,
    settings: LayoutBlock['settings'],
  ): Promise<Record<string, unknown>> {
    const filled: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(settings)) filled[key] = await this.valueOf(ctx, value);
    return filled;
  }

  private async valueOf(ctx: EditorCtx, value: unknown): Promise<unknown> {
    if (Array.isArray(value))
      return value.map((entry: { on?: { days: number } }) =>
        typeof entry === 'object' && entry.on
          ? { ...entry, on: addDays(shanghaiDay(ctx.now), entry.on.days) }
          : entry,
      );
    const wish = value as { picture?: string; film?: true } | null;
    if (typeof wish !== 'object' || wish === null) return value;
    if (wish.picture !== undefined) return this.file(ctx, 'image', PICTURES[wish.picture]?.alt ?? '');
    return wish.film ? this.file(ctx, 'video') : value;
  }

  private async file(ctx: EditorCtx, kind: 'image' | 'video', alt?: string) {
    const where = { kind, state: 'ready' as const, ...(alt === undefined ? {} : { alt }) };
    const asset = await this.db.site(ctx, Asset).findOne(where, { order: { id: 'ASC' } });
    return asset ? { assetId: asset.id, path: asset.path, alt: asset.alt, width: 0, height: 0 } : null;
  }
}
