import { Injectable } from '@nestjs/common';
import { shanghaiMinute, type EditorCtx, type Page, type PageRequest } from '@zhanqun/kernel';
import { Audit, Db, In, instant, SiteDirectory } from '@zhanqun/platform';
import { articlePath } from '../article/article-address';
import { ChannelReading } from '../channel/channel-reading';
import { kindOf } from '../kind/kind';
import { STEP_LABELS } from '../review/review';
import { ReviewStep } from '../review/review-step.entity';
import type { Credits } from '../revision/article-revision.entity';
import { registerCount, registerLines, type RegisterBounds, type RegisterRow } from './register.sql';

export interface RegisterFilter {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly channelId?: number | undefined;
  readonly kind?: string | undefined;
}

/** One pass; what came here reviewed elsewhere has names only. */
export interface ReviewNoted {
  readonly step: string;
  readonly byName: string;
  readonly at: Date | null;
}

/** One published text: who wrote it, who reviewed it at each step, when it went live, where it stands. */
export interface RegisterLine {
  readonly id: number;
  readonly articleId: number;
  readonly title: string;
  readonly kindName: string;
  readonly channelName: string;
  readonly source: string;
  readonly writtenByName: string;
  readonly savedByName: string;
  readonly reviews: readonly ReviewNoted[];
  readonly publishedByName: string;
  readonly at: Date;
  readonly isFirst: boolean;
  readonly state: string;
  readonly url: string;
  readonly remark: string;
}

const PORTION = 500;
/** Beyond this a register is asked for by time. */
export const MOST_EXPORTED = 50_000;
/**
 * 发布登记 (R1-71): made from the signatures in the trails, which are never changed, so it is whole whatever
 * became of an article since: moved, corrected, withdrawn, erased.
 */
@Injectable()
export class Register {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly channels: ChannelReading,
    private readonly directory: SiteDirectory,
  ) {}

  async page(
    ctx: EditorCtx,
    filter: RegisterFilter,
    { page, pageSize }: PageRequest,
  ): Promise<Page<RegisterLine>> {
    const bounds = await this.bounds(ctx, filter);
    const query = registerLines(bounds, pageSize, (page - 1) * pageSize);
    const rows = await this.db.sql<RegisterRow>(ctx, query.text, query.parameters);
    const count = registerCount(bounds);
    const [counted] = await this.db.sql<{ total: number }>(ctx, count.text, count.parameters);
    return { items: await this.lines(ctx, rows), total: Number(counted?.total ?? 0), page, pageSize };
  }

  /** All lines in portions, newest first: memory stays flat however long the register is. */
  async *all(ctx: EditorCtx, filter: RegisterFilter): AsyncGenerator<RegisterLine[]> {
    const bounds = await this.bounds(ctx, filter);
    let beforeId: number | null = null;
    for (let written = 0; written < MOST_EXPORTED; written += PORTION) {
      const query = registerLines({ ...bounds, beforeId }, PORTION);
      const rows: RegisterRow[] = await this.db.sql<RegisterRow>(ctx, query.text, query.parameters);
      if (rows.length > 0) yield await this.lines(ctx, rows);
      if (rows.length < PORTION) return;
      beforeId = Number(rows.at(-1)?.id);
    }
  }

  /** Who took the register out, and which part of it. */
  async recordExport(ctx: EditorCtx, filter: RegisterFilter, format: string): Promise<void> {
    const span = [filter.from, filter.to].map((at) => (at ? shanghaiMinute(at) : '')).join(' 至 ');
    await this.audit.record(ctx, {
      action: 'register.export',
      subject: 'Article',
      summary: `导出发布登记簿（${format}）${span.trim() === '至' ? '' : span}`,
      detail: { channelId: filter.channelId ?? null, kind: filter.kind ?? null },
    });
  }

  private async bounds(ctx: EditorCtx, filter: RegisterFilter): Promise<RegisterBounds> {
    const { from = null, to = null, kind = null, channelId } = filter;
    let channelIds: number[] | null = null;
    if (channelId !== undefined) {
      const tree = await this.channels.tree(ctx);
      const node = tree.find(channelId);
      channelIds = node ? tree.subtreeOf(node).map((each) => each.id) : [-1];
    }
    return { siteId: ctx.site.id, from, to, kind, channelIds, beforeId: null };
  }

  private async lines(ctx: EditorCtx, rows: readonly RegisterRow[]): Promise<RegisterLine[]> {
    const revisionIds = [...new Set(rows.map((row) => Number(row.revisionId)))];
    const signed =
      revisionIds.length === 0
        ? []
        : await this.db.site(ctx, ReviewStep).select([...SIGNED], {
            where: { revisionId: In(revisionIds), decision: In(['pass', 'publishUrgently']) },
            order: { id: 'ASC' },
          });
    const tree = await this.channels.tree(ctx);
    return rows.map((row) => {
      const id = Number(row.articleId);
      const publishedAt = instant(row.publishedAt);
      return {
        id: Number(row.id),
        articleId: id,
        title: row.title,
        kindName: kindOf(row.kind as Parameters<typeof kindOf>[0]).name,
        channelName: tree.find(Number(row.channelId))?.name ?? '',
        source: row.source,
        writtenByName: row.writtenByName,
        savedByName: row.savedByName,
        reviews: reviewsOf(row, signed),
        publishedByName: row.publishedByName || '系统（定时）',
        at: instant(row.at) ?? ctx.now,
        isFirst: Number(row.number) === 1,
        state: row.state,
        url:
          publishedAt && ctx.site.host
            ? this.directory.siteUrl(ctx.site, articlePath({ id, publishedAt }))
            : '',
        remark: remarkOf(row, signed),
      };
    });
  }
}

const SIGNED = ['revisionId', 'round', 'step', 'decision', 'reason', 'byName', 'at'] as const;
type Signed = Pick<ReviewStep, (typeof SIGNED)[number]>;

/** What else is to be known of a line: 应急发布 with its reason, 撤下 with its reason. */
function remarkOf(row: RegisterRow, signed: readonly Signed[]): string {
  const urgent = signed.find(
    (one) => one.decision === 'publishUrgently' && one.revisionId === Number(row.revisionId),
  );
  const parts = [
    ...(urgent ? [`应急发布：${urgent.reason}`] : []),
    row.state === 'withdrawn' ? `已撤下：${row.withdrawnReason}` : row.remark,
  ];
  return parts.filter((part) => part !== '').join('；');
}

function reviewsOf(row: RegisterRow, signed: readonly Signed[]): ReviewNoted[] {
  const own = signed.filter(
    (pass) =>
      pass.decision === 'pass' &&
      pass.revisionId === Number(row.revisionId) &&
      pass.round === Number(row.round),
  );
  if (own.length > 0)
    return own.map(({ step, byName, at }) => ({ step: step ? STEP_LABELS[step] : '', byName, at }));
  const credits = row.credits === null ? null : (JSON.parse(row.credits) as Credits);
  return (credits?.reviewers ?? []).map((byName) => ({ step: '审核', byName, at: null }));
}
