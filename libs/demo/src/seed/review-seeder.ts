import { Injectable } from '@nestjs/common';
import {
  ArticleService,
  ChannelReading,
  Delegations,
  EmergencyPublishing,
  ReviewService,
  ReviewTemplates,
  ReworkService,
  usualStep,
  type Importance,
  type PlannedStep,
} from '@zhanqun/content';
import { addDays, shanghaiDay, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import type { SiteKey } from '../county/sites';
import { officeOf } from '../plan/shared-pieces';
import { REVIEW_TEXTS, type ReviewText } from '../work/review-texts';
import { Cast } from './cast';

const TOWN = 'qingshui';
const OFFICE = 'rsj';
const PUBLIC = {
  opinion: 'public',
  grounds: '属于依法主动公开的事项，不涉及国家秘密、工作秘密和个人信息',
} as const;

/** The moves of the review that are not the same at every step. */
@Injectable()
export class ReviewMoves {
  constructor(
    private readonly library: ReviewTemplates,
    private readonly rework: ReworkService,
    private readonly emergencies: EmergencyPublishing,
    private readonly delegations: Delegations,
  ) {}

  async templates(admin: EditorCtx, office: EditorCtx): Promise<void> {
    const put = (at: EditorCtx, kind: string, name: string, steps: PlannedStep[], isTrusted: boolean) => {
      const importance: Importance = 'general';
      return this.library.put(at, { kind, importance, name, steps, isTrusted, isLocked: false });
    };
    const [initial, second] = [usualStep('initialReview'), usualStep('secondReview')];
    await put(admin, 'news', '一般动态（可批量通过）', [initial, second], true);
    const secrecy = { ...usualStep('secrecyReview'), isParallel: true };
    await put(office, 'notice', '通知公告', [initial, usualStep('proofReview'), secrecy, second], false);
  }

  async claim(reviewer: EditorCtx, id: number): Promise<void> {
    await this.rework.claim(reviewer, id, 'initialReview');
  }

  async publishUrgently(chief: EditorCtx, id: number, reason: string): Promise<void> {
    await this.emergencies.publish(chief, id, reason);
  }

  async delegate(from: EditorCtx, to: EditorCtx, reason: string): Promise<void> {
    const startsOn = shanghaiDay(from.now);
    const wish = { toId: to.actor.accountId, startsOn, endsOn: addDays(startsOn, 12), reason };
    await this.delegations.begin(from, wish);
  }
}

/** 审核台上的稿件: one in each situation that a review can be in, templates above the rule, and people who are away. */
@Injectable()
export class ReviewSeeder {
  constructor(
    private readonly cast: Cast,
    private readonly channels: ChannelReading,
    private readonly articles: ArticleService,
    private readonly reviews: ReviewService,
    private readonly moves: ReviewMoves,
  ) {}

  async lay(ctx: StaffCtx): Promise<void> {
    const at = (username: string) => this.cast.at(ctx, username, TOWN);
    const [admin, editor, first, second, chief] = [
      await at('qs-admin'),
      await at('qs-editor'),
      await at('qs-chushen'),
      await at('qs-fushen'),
      await at('qs-zhongshen'),
    ];
    await this.moves.templates(admin, await this.cast.at(ctx, 'bm-fushen', OFFICE));
    const submit = async (text: ReviewText) => {
      const id = await this.write(editor, text);
      await this.reviews.submit(editor, id);
      return id;
    };
    for (const text of REVIEW_TEXTS.trusted) await submit(text);
    await this.claimed(ctx);

    const returned = await submit(REVIEW_TEXTS.returned);
    await this.reviews.pass(first, returned, { opinion: '事实清楚，同意报复审' });
    await this.reviews.sendBack(second, returned, '受益户数请与民政站再核对一次', { to: 'initialReview' });

    await this.beside(ctx);
    const urgent = await this.write(editor, REVIEW_TEXTS.urgent);
    await this.moves.publishUrgently(chief, urgent, '县气象台发布暴雨红色预警，须立即告知群众转移避险');
    await this.moves.delegate(second, chief, '赴市委党校学习');
    await this.moves.delegate(
      await this.cast.at(ctx, 'sf-fushen', 'shifan'),
      await this.cast.at(ctx, 'sf-zhongshen', 'shifan'),
      '年休假',
    );
  }

  /** A reviewer has said 我来审. */
  private async claimed(ctx: StaffCtx): Promise<void> {
    const editor = await this.cast.at(ctx, 'bm-editor', OFFICE);
    const id = await this.write(editor, REVIEW_TEXTS.claimed);
    await this.reviews.submit(editor, id);
    await this.moves.claim(await this.cast.at(ctx, 'bm-chushen', OFFICE), id);
  }

  /** 校对 and 保密审查 run beside each other; one of them has been done. */
  private async beside(ctx: StaffCtx): Promise<void> {
    const editor = await this.cast.at(ctx, 'bm-editor', OFFICE);
    const id = await this.write(editor, REVIEW_TEXTS.beside);
    await this.reviews.submit(editor, id);
    await this.reviews.pass(await this.cast.at(ctx, 'bm-chushen', OFFICE), id);
    const secrecy = await this.cast.at(ctx, 'sf-zhongshen', OFFICE);
    await this.reviews.pass(secrecy, id, { step: 'secrecyReview', secrecy: PUBLIC });
  }

  private async write(desk: EditorCtx, { channel, body, ...text }: ReviewText): Promise<number> {
    const place = (await this.channels.tree(desk)).at(channel);
    if (!place) throw new Error(`${desk.site.key} has no channel ${channel}`);
    const words = {
      ...text,
      source: officeOf(desk.site.key as SiteKey),
      body,
      channelId: place.id,
      facts: null,
    };
    const { article } = await this.articles.draft(desk, words);
    return article.id;
  }
}
