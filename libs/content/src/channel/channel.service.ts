import { Injectable } from '@nestjs/common';
import { definedOnly, must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation, PurgeLog, SiteDirectory } from '@zhanqun/platform';
import { citation, periodLabel, Regulations } from '@zhanqun/tenancy';
import { Article } from '../article/article.entity';
import { networkPoliciesTag } from '../findable/findable-tags';
import {
  channelCycleTooLong,
  channelKindFixed,
  channelMoveIntoItself,
  channelNotEmpty,
  channelNotFound,
  channelPathFixed,
  channelPathReserved,
  channelPathTaken,
  channelTooDeep,
} from './channel.errors';
import { Channel, type UpdateClass } from './channel.entity';
import { checkChannelPath, joinChannelPath } from './channel-path';
import { ChannelReading } from './channel-reading';
import { channelsTag, channelTag } from './channel-tags';
import { ChannelTree } from './channel-tree';
import { checkChannel, valuesOf, type ChannelValues, type CheckedChannel } from './channel-values';

export interface NewChannel extends ChannelValues {
  readonly parentId?: number | null;
  /** Own segment below the parent, or the whole address. */
  readonly path: string;
}
export type ChannelChanges = Partial<ChannelValues> & { readonly path?: string };

/** 更新周期 that holds for a channel, as screens show it. */
export interface ChannelCycle {
  readonly label: string;
  readonly days: number | null;
  readonly basis: string;
}

const MOST_LEVELS = 4;

@Injectable()
export class ChannelService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
    private readonly reading: ChannelReading,
    private readonly regulations: Regulations,
    private readonly directory: SiteDirectory,
  ) {}

  tree(ctx: SiteCtx): Promise<ChannelTree> {
    return this.reading.tree(ctx);
  }

  /** The cycle of the regulation, or the channel's own where that is shorter; null for static channels. */
  cycleOf(
    ctx: SiteCtx,
    channel: { updateClass: UpdateClass; cycleDays: number | null },
  ): ChannelCycle | null {
    const figure = this.regulations.for(ctx.site).updateCycle(channel.updateClass, channel.cycleDays);
    if (!figure) return null;
    const { value, basis } = figure;
    return {
      label: periodLabel(value),
      days: value.unit === 'days' ? value.count : null,
      basis: citation(basis),
    };
  }

  /** 新建栏目. */
  async create(ctx: EditorCtx, { parentId = null, path, ...values }: NewChannel): Promise<Channel> {
    return this.changing(ctx, async (ctx) => {
      const tree = await this.reading.tree(ctx);
      const parent = parentId === null ? null : this.parentIn(tree, parentId);
      if (parent && tree.lineOf(parent).length >= MOST_LEVELS) throw channelTooDeep({ levels: MOST_LEVELS });
      const channels = this.db.site(ctx, Channel);
      const siblings = parent ? parent.children : tree.roots;
      const channel = channels.build({
        ...this.checked(ctx, values),
        parentId,
        path: this.pathFor(ctx, joinChannelPath(parent?.path ?? null, path)),
        position: Math.max(0, ...siblings.map((node) => node.position)) + 1,
      });
      must(ctx, 'create', channel);
      await this.store(ctx, channel);
      await this.record(ctx, 'channel.create', channel, `新建栏目“${channel.name}”（${channel.path}）`);
      await this.purge(ctx, channel, [parentId]);
      return channel;
    });
  }

  /** 修改栏目. The address can change only while nothing was published in it and nothing stands below it. */
  async edit(ctx: EditorCtx, id: number, { path, ...changes }: ChannelChanges): Promise<Channel> {
    return this.changing(ctx, async (ctx) => {
      const channel = await this.getForChange(ctx, id, 'update');
      const before = { ...channel };
      const values = this.checked(ctx, { ...valuesOf(channel), ...definedOnly(changes) });
      if (values.kind === 'link' && channel.kind !== 'link' && (await this.countArticles(ctx, id)) > 0) {
        throw channelKindFixed({ kind: channel.kind });
      }
      Object.assign(channel, values);
      if (path !== undefined && !isSameAddress(path, channel.path))
        channel.path = await this.changedPath(ctx, channel, path);
      await this.store(ctx, channel);
      await this.record(
        ctx,
        'channel.edit',
        channel,
        `修改栏目“${channel.name}”`,
        changedFields(before, channel),
      );
      await this.purge(ctx, channel, [channel.parentId]);
      return channel;
    });
  }

  /** 移动栏目 in the tree or among its siblings; its address stays. Refuses to stand below itself. */
  async move(
    ctx: EditorCtx,
    id: number,
    to: { parentId: number | null; position: number },
  ): Promise<Channel> {
    return this.changing(ctx, async (ctx) => {
      const channel = await this.getForChange(ctx, id, 'update');
      const tree = await this.reading.tree(ctx);
      const node = tree.find(id);
      if (!node) throw channelNotFound({ id });
      const parent = to.parentId === null ? null : this.parentIn(tree, to.parentId);
      if (parent && tree.subtreeOf(node).includes(parent)) throw channelMoveIntoItself({ id });
      const height =
        Math.max(...tree.subtreeOf(node).map((each) => tree.lineOf(each).length)) - tree.lineOf(node).length;
      const level = parent ? tree.lineOf(parent).length + 1 : 1;
      if (level + height > MOST_LEVELS) throw channelTooDeep({ levels: MOST_LEVELS });

      const channels = this.db.site(ctx, Channel);
      const siblings = (parent ? parent.children : tree.roots)
        .map((each) => each.id)
        .filter((each) => each !== id);
      siblings.splice(Math.min(Math.max(0, to.position), siblings.length), 0, id);
      const oldParentId = channel.parentId;
      channel.parentId = to.parentId;
      channel.position = siblings.indexOf(id);
      await channels.save(channel);
      for (const [position, siblingId] of siblings.entries()) {
        if (siblingId !== id) await channels.updateWhere({ id: siblingId }, { position });
      }
      await this.record(ctx, 'channel.move', channel, `移动栏目“${channel.name}”`, {
        from: oldParentId,
        ...to,
      });
      await this.purge(ctx, channel, [oldParentId, to.parentId]);
      return channel;
    });
  }

  /** 删除栏目: only when nothing is in it and nothing below it. */
  async remove(ctx: EditorCtx, id: number): Promise<void> {
    await this.changing(ctx, async (ctx) => {
      const channel = await this.getForChange(ctx, id, 'delete');
      const articles = await this.countArticles(ctx, id);
      const channels = await this.db.site(ctx, Channel).count({ parentId: id });
      if (articles > 0 || channels > 0) throw channelNotEmpty({ articles, channels });
      await this.db.site(ctx, Channel).remove(channel);
      await this.record(ctx, 'channel.remove', channel, `删除栏目“${channel.name}”（${channel.path}）`);
      await this.purge(ctx, channel, [channel.parentId]);
    });
  }

  /** Raises not-found for another site's channel, as for one that does not exist. */
  async getChannel(ctx: SiteCtx, id: number): Promise<Channel> {
    const channel = await this.db.site(ctx, Channel).findOne({ id });
    if (!channel) throw channelNotFound({ id });
    return channel;
  }

  /** Tree changes of one site wait for each other, so two moves cannot make a cycle between them. */
  private changing<T>(ctx: EditorCtx, work: (ctx: EditorCtx) => Promise<T>): Promise<T> {
    return this.db.transaction(ctx, async (ctx) => {
      await this.db.site(ctx, Channel).select(['id'], { lock: 'write' });
      return work(ctx);
    });
  }

  private async getForChange(ctx: EditorCtx, id: number, action: 'update' | 'delete'): Promise<Channel> {
    const channel = await this.getChannel(ctx, id);
    must(ctx, action, channel);
    return channel;
  }

  private parentIn(tree: ChannelTree, parentId: number) {
    const parent = tree.find(parentId);
    if (!parent) throw channelNotFound({ id: parentId });
    return parent;
  }

  private countArticles(ctx: SiteCtx, channelId: number): Promise<number> {
    return this.db.site(ctx, Article).count({ channelId });
  }

  private async changedPath(ctx: SiteCtx, channel: Channel, path: string): Promise<string> {
    const below = await this.db.site(ctx, Channel).count({ parentId: channel.id });
    if (below > 0 || (await this.countArticles(ctx, channel.id)) > 0)
      throw channelPathFixed({ path: channel.path });
    const parent = channel.parentId === null ? null : await this.getChannel(ctx, channel.parentId);
    return this.pathFor(ctx, joinChannelPath(parent?.path ?? null, path));
  }

  /** Well-formed, not reserved, and not the address of another site under this site's host. */
  private pathFor(ctx: SiteCtx, text: string): string {
    const path = checkChannelPath(text);
    if (ctx.site.host !== '') {
      const match = this.directory.match(ctx.site.host, this.directory.sitePath(ctx.site, `/${path}/`));
      if (match.kind === 'site' && match.site.id !== ctx.site.id) {
        throw channelPathReserved({ path, word: path.split('/')[0] as string });
      }
    }
    return path;
  }

  private checked(ctx: SiteCtx, values: ChannelValues): CheckedChannel {
    const checked = checkChannel(values);
    if (checked.cycleDays !== null) this.refuseLongCycle(ctx, checked.updateClass, checked.cycleDays);
    return checked;
  }

  private refuseLongCycle(ctx: SiteCtx, updateClass: UpdateClass, days: number): void {
    const cycle = this.cycleOf(ctx, { updateClass, cycleDays: days });
    if (cycle && cycle.days !== days) throw channelCycleTooLong({ days, rule: cycle.label });
  }

  private async store(ctx: SiteCtx, channel: Channel): Promise<void> {
    try {
      await this.db.site(ctx, Channel).save(channel);
    } catch (error) {
      if (isUniqueViolation(error)) throw channelPathTaken({ path: channel.path });
      throw error;
    }
  }

  private async record(
    ctx: SiteCtx,
    action: string,
    channel: Channel,
    summary: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.audit.record(ctx, { action, subject: 'Channel', subjectId: channel.id, summary, detail });
  }

  /** The tree and the frame (navigation) of the site, the lists of the channel and of those around it. */
  private async purge(ctx: SiteCtx, channel: Channel, parentIds: readonly (number | null)[]): Promise<void> {
    const parents = parentIds.filter((id) => id !== null).map(channelTag);
    await this.purges.add(ctx, [
      channelsTag(ctx.site.id),
      networkPoliciesTag(ctx.site.portalId),
      `site:${ctx.site.id}:chrome`,
      channelTag(channel.id),
      ...parents,
    ]);
  }
}

/** The whole address, or its last segment as the form shows it. */
function isSameAddress(given: string, path: string): boolean {
  return given === path || given === path.split('/').at(-1);
}

function changedFields(before: Channel, after: Channel): Record<string, unknown> {
  const fields = Object.keys(after) as (keyof Channel)[];
  const changed = fields.filter((field) => field !== 'updatedAt' && before[field] !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }]));
}
