import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import {
  SiteFurnisher,
  SiteFurnishers,
  SiteService,
  type Blueprint,
  type BlueprintChannel,
} from '@zhanqun/tenancy';
import { Channel } from './channel.entity';

/** Gives a new site the channels of its blueprint: one statement a level of the tree. */
@Injectable()
export class ChannelFurnisher extends SiteFurnisher implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly furnishers: SiteFurnishers,
    private readonly sites: SiteService,
  ) {
    super();
  }

  onModuleInit(): void {
    this.furnishers.register(this);
  }

  override async furnish(ctx: SiteCtx, blueprint: Blueprint): Promise<void> {
    const { sponsorId, operatorId } = await this.sites.get(ctx);
    const idOf = new Map<string, number>();
    for (const level of levelsOf(blueprint.channels)) {
      const channels = this.db.site(ctx, Channel);
      const rows = level.map((channel) =>
        channels.build({
          parentId: channel.parentPath === null ? null : (idOf.get(channel.parentPath) ?? null),
          path: channel.path,
          name: channel.name,
          kind: channel.kind,
          linkUrl: channel.linkUrl ?? '',
          ownerOrganisationId: channel.owner === 'operator' ? (operatorId ?? sponsorId) : sponsorId,
          updateClass: channel.updateClass,
          cycleDays: channel.cycleDays,
          description: channel.description,
          keywords: channel.keywords.join(';'),
          columnType: channel.columnType,
          position: channel.position,
          isNavigation: channel.isNavigation,
        }),
      );
      await channels.saveAll(rows);
      for (const row of rows) idOf.set(row.path, row.id);
    }
  }

  override async missing(ctx: SiteCtx): Promise<readonly string[]> {
    const channels = this.db.site(ctx, Channel);
    const [any] = await channels.select(['id'], { take: 1 });
    if (!any) return ['至少一个栏目'];
    const [filled] = await channels.select(['id'], { where: { hasContent: true }, take: 1 });
    return filled ? [] : ['至少一篇已发布的文章'];
  }
}

function levelsOf(channels: readonly BlueprintChannel[]): BlueprintChannel[][] {
  const levels: BlueprintChannel[][] = [];
  for (const channel of channels) {
    const depth = channel.path.split('/').length - 1;
    (levels[depth] ??= []).push(channel);
  }
  return levels.filter((level) => level !== undefined);
}
