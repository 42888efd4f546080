import { Injectable } from '@nestjs/common';
import {
  Article,
  Asset,
  ChannelChangeService,
  ChannelReading,
  TopicService,
  type TopicValues,
} from '@zhanqun/content';
import { addDays, shanghaiDay, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { FARMING_TOPIC } from '../county/layouts';
import { seasonOf, type Season } from '../county/seasons';
import { PORTAL } from '../county/sites';
import { staffOf } from '../county/staff';
import { PICTURES } from '../files/pictures/pictures';
import { Cast } from './cast';

const SUPERVISOR = 'jianguan';

/** 专题 of the portal, one that runs, one that is over, one that waits; and applications about columns. */
@Injectable()
export class TopicsSeeder {
  constructor(
    private readonly db: Db,
    private readonly cast: Cast,
    private readonly topics: TopicService,
    private readonly tree: ChannelReading,
    private readonly changes: ChannelChangeService,
  ) {}

  async lay(ctx: StaffCtx, offices: ReadonlyMap<string, number>): Promise<void> {
    const editor = await this.cast.at(ctx, staffOf(PORTAL).editor, PORTAL);
    const office = await this.cast.at(ctx, SUPERVISOR, PORTAL);
    const today = shanghaiDay(ctx.now);
    const season = seasonOf(Number(today.slice(5, 7)));
    await this.open(editor, office, {
      ...(await this.farming(editor, season)),
      startsOn: addDays(today, -20),
      endsOn: addDays(today, 70),
      ownerOrganisationId: offices.get('zfb') ?? null,
    });
    const over = await this.open(editor, office, {
      ...(await this.census(editor)),
      startsOn: addDays(today, -300),
      endsOn: addDays(today, 30),
      ownerOrganisationId: offices.get('zfb') ?? null,
    });
    const admin = await this.cast.at(ctx, staffOf(PORTAL).admin, PORTAL);
    await this.topics.archive(admin, over);
    const { picture, ...wish } = season.wish;
    const waiting = await this.topics.draft(editor, {
      ...(await this.farming(editor, season)),
      ...wish,
      look: 'blue',
      bannerAssetId: await this.picture(editor, picture),
      startsOn: today,
      endsOn: addDays(today, 150),
      ownerOrganisationId: offices.get('zfb') ?? null,
    });
    await this.topics.apply(editor, waiting.id);
    await this.applyForChanges(ctx, offices);
  }

  private async open(editor: EditorCtx, office: EditorCtx, values: TopicValues): Promise<number> {
    const { id } = await this.topics.draft(editor, values);
    await this.topics.apply(editor, id);
    await this.topics.approve(office, id, '同意开设，请责任单位及时更新。');
    return id;
  }

  private async farming(ctx: EditorCtx, { farming, intro, picture }: Season) {
    return {
      path: FARMING_TOPIC,
      name: '四季农事',
      look: 'green',
      intro,
      reason: `集中发布${farming}信息，方便群众查找。`,
      bannerAssetId: await this.picture(ctx, picture),
      sections: [
        { title: '要闻', style: 'headline', channelId: await this.channel(ctx, 'xwzx/zwyw'), count: 5 },
        { title: '通知公告', channelId: await this.channel(ctx, 'tzgg'), count: 6 },
        {
          title: '推荐阅读',
          intro: '县农业农村部门推荐。',
          articleIds: await this.newest(ctx, 'xwzx/xzdt', 6),
        },
        { title: '图说', style: 'pictures', channelId: await this.channel(ctx, 'xwzx/tssf'), count: 4 },
      ],
    } as const;
  }

  private async census(ctx: EditorCtx) {
    return {
      path: 'yshj',
      name: '优化营商环境',
      look: 'red',
      intro: '“高效办成一件事”改革、惠企政策和典型做法。',
      reason: '集中展示优化营商环境工作。',
      sections: [
        { title: '政策文件', channelId: await this.channel(ctx, 'zwgk/zcwj'), count: 6 },
        { title: '工作动态', channelId: await this.channel(ctx, 'xwzx/zwyw'), count: 6 },
      ],
    } as const;
  }

  /** What waits for the supervisor: a township asks for a column, the portal wants to merge one. */
  private async applyForChanges(ctx: StaffCtx, offices: ReadonlyMap<string, number>): Promise<void> {
    const town = await this.cast.at(ctx, staffOf('qingshui').admin, 'qingshui');
    await this.changes.apply(town, {
      kind: 'open',
      plan: {
        name: '茶旅融合',
        path: 'clrh',
        kind: 'dynamic',
        updateClass: 'other',
        ownerOrganisationId: offices.get('qingshui') ?? null,
        description: '茶产业和乡村旅游信息',
      },
      reason: '镇里茶旅项目增多，群众和游客需要集中查看活动、线路和服务信息。',
      keeping: '镇文旅站提供，党政办初审，分管领导复审后发布，每月至少更新一次。',
    });
    const admin = await this.cast.at(ctx, staffOf(PORTAL).admin, PORTAL);
    const from = (await this.tree.tree(admin)).at('zwgk/hygq');
    if (!from) return;
    await this.changes.apply(admin, {
      kind: 'merge',
      channelId: from.id,
      intoChannelId: await this.channel(admin, 'zwgk/zcjd'),
      reason: '两个栏目内容相近，合并后便于查找，也避免更新不及时。',
    });
  }

  private async channel(ctx: EditorCtx, path: string): Promise<number> {
    const node = (await this.tree.tree(ctx)).at(path);
    if (!node) throw new Error(`${ctx.site.key} has no channel ${path}`);
    return node.id;
  }

  private async newest(ctx: EditorCtx, path: string, count: number): Promise<number[]> {
    const rows = await this.db.site(ctx, Article).find({
      where: { channelId: await this.channel(ctx, path), state: 'published' },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: count,
    });
    return rows.map(({ id }) => id);
  }

  private async picture(ctx: EditorCtx, name: string): Promise<number | null> {
    const alt = PICTURES[name]?.alt ?? '';
    return (await this.db.site(ctx, Asset).findOne({ alt, kind: 'image', state: 'ready' }))?.id ?? null;
  }
}
