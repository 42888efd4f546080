import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, EVERYTHING, PurgeLog } from '@zhanqun/platform';
import { channelNotFound } from './channel.errors';
import { Channel } from './channel.entity';
import { channelsTag } from './channel-tags';
import { ChannelTree, type ChannelNode } from './channel-tree';

const MOST_KEPT = 2_000;

/** 栏目树, kept in memory per site and read anew when `site:ID:channels` is purged: 0 statements a page. */
@Injectable()
export class ChannelReading implements OnApplicationShutdown {
  private readonly kept = new Map<number, ChannelTree>();
  private readonly loading = new Map<number, Promise<ChannelTree>>();
  private readonly unsubscribe: () => void;
  private purges = 0;

  constructor(
    private readonly db: Db,
    purgeLog: PurgeLog,
  ) {
    this.unsubscribe = purgeLog.subscribe((purge) => this.forget(purge));
  }

  /** Inside a transaction the tree is read from the rows, so a use case sees its own changes. */
  async tree(ctx: SiteCtx): Promise<ChannelTree> {
    if (ctx.tx) return this.load(ctx);
    const kept = this.kept.get(ctx.site.id);
    if (kept) return kept;
    const under = this.loading.get(ctx.site.id);
    if (under) return under;
    const loading = this.loadAndKeep(ctx).finally(() => this.loading.delete(ctx.site.id));
    this.loading.set(ctx.site.id, loading);
    return loading;
  }

  async getNode(ctx: SiteCtx, channelId: number): Promise<ChannelNode> {
    const node = (await this.tree(ctx)).find(channelId);
    if (!node) throw channelNotFound({ id: channelId });
    return node;
  }

  onApplicationShutdown(): void {
    this.unsubscribe();
  }

  private async loadAndKeep(ctx: SiteCtx): Promise<ChannelTree> {
    const before = this.purges;
    const tree = await this.load(ctx);
    // A purge during the load may be about what was read: such a tree answers once and is not kept.
    if (before === this.purges) {
      if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value as number);
      this.kept.set(ctx.site.id, tree);
    }
    return tree;
  }

  private async load(ctx: SiteCtx): Promise<ChannelTree> {
    return new ChannelTree(await this.db.site(ctx, Channel).find());
  }

  private forget(purge: readonly string[] | typeof EVERYTHING): void {
    if (purge === EVERYTHING) {
      this.purges += 1;
      this.kept.clear();
      this.loading.clear();
      return;
    }
    for (const tag of purge) {
      const siteId = /^site:(\d+)(?::channels)?$/.exec(tag)?.[1];
      if (siteId === undefined || tag !== channelsTag(Number(siteId))) continue;
      this.purges += 1;
      this.kept.delete(Number(siteId));
      this.loading.delete(Number(siteId));
    }
  }
}
