import { Injectable } from '@nestjs/common';
import { networkPoliciesTag } from '../findable/findable-tags';
import type { EditorCtx } from '@zhanqun/kernel';
import { Audit, Db, PurgeLog } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ArticlePlacing } from '../article/article-placing';
import { Channel } from '../channel/channel.entity';
import { ChannelReading } from '../channel/channel-reading';
import { channelsTag, channelTag } from '../channel/channel-tags';
import { kindOf } from '../kind/kind';
import { channelChangeInvalid } from './channel-change.errors';

/** 合并与关闭栏目: articles keep their addresses, the channel's own address leads on for good. */
@Injectable()
export class ChannelClosing {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
    private readonly reading: ChannelReading,
    private readonly placing: ArticlePlacing,
  ) {}

  /** Why it cannot be done now, in the words of the form; none when it can. */
  async faults(ctx: EditorCtx, channelId: number, intoId: number | null): Promise<string[]> {
    const tree = await this.reading.tree(ctx);
    const channel = await this.reading.getNode(ctx, channelId);
    const faults: string[] = [];
    if (channel.isClosed) faults.push('这个栏目已经关闭');
    if (channel.children.some((child) => !child.isClosed)) faults.push('请先办理下级栏目的合并或关闭');
    const articles = this.db.site(ctx, Article);
    const held = await articles.count({ channelId });
    if (intoId === null) {
      if (held > 0) faults.push(`栏目里还有 ${held} 篇文章，请选择并入哪个栏目`);
      return faults;
    }
    const into = tree.find(intoId);
    if (!into || into.isClosed || into.kind === 'link')
      return [...faults, '并入的栏目不存在、已关闭或是链接栏目'];
    const kinds = await articles.select(['kind'], { where: { channelId } });
    const refused = [...new Set(kinds.map(({ kind }) => kind))].filter(
      (kind) => !kindOf(kind).channels.includes(into.kind),
    );
    if (refused.length > 0)
      faults.push(`“${into.name}”不放${refused.map((kind) => `“${kindOf(kind).name}”`).join('、')}`);
    return faults;
  }

  /** Does it, in the caller's transaction. Answers with what was done, in a sentence. */
  async close(ctx: EditorCtx, channelId: number, intoId: number | null): Promise<string> {
    const [fault] = await this.faults(ctx, channelId, intoId);
    if (fault) throw channelChangeInvalid({ faults: [{ field: 'intoChannelId', message: fault }] });
    const tree = await this.reading.tree(ctx);
    const channel = await this.reading.getNode(ctx, channelId);
    const into = intoId === null ? null : await this.reading.getNode(ctx, intoId);
    const moved = into
      ? await this.db.site(ctx, Article).updateWhere({ channelId }, { channelId: into.id })
      : 0;
    const channels = this.db.site(ctx, Channel);
    // Channels closed into this one earlier lead straight on.
    const ahead = into?.id ?? channel.parentId;
    await channels.updateWhere({ movedToId: channelId }, { movedToId: ahead });
    await channels.updateWhere(
      { id: channelId },
      { closedAt: ctx.now, movedToId: ahead, isHidden: true, isNavigation: false, hasContent: false },
    );
    const touched = [channelId, ...(into ? [into.id] : [])];
    const blankness = into ? await this.placing.keepBlankness(ctx, [into.id]) : [];
    const lines = touched.flatMap((id) => {
      const node = tree.find(id);
      return node ? tree.lineOf(node).map((each) => channelTag(each.id)) : [];
    });
    // The frame's tag stands on every page of the site: breadcrumbs and neighbours change with it.
    await this.purges.add(ctx, [
      channelsTag(ctx.site.id),
      networkPoliciesTag(ctx.site.portalId),
      `site:${ctx.site.id}:chrome`,
      ...lines,
      ...blankness,
    ]);
    const outcome = into
      ? `栏目“${channel.name}”并入“${into.name}”，移动文章 ${moved} 篇，原地址永久转到 /${into.path}/`
      : `栏目“${channel.name}”已关闭，原地址永久转到${ahead === null ? '首页' : '上级栏目'}`;
    await this.audit.record(ctx, {
      action: into ? 'channel.merge' : 'channel.close',
      subject: 'Channel',
      subjectId: channelId,
      summary: outcome,
      detail: { into: into?.id ?? null, moved },
    });
    return outcome;
  }
}
