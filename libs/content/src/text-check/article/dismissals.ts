import { Injectable } from '@nestjs/common';
import { canDo, must, type EditorCtx } from '@zhanqun/kernel';
import { Audit, Db } from '@zhanqun/platform';
import { ArticleDesk } from '../../article/article-desk';
import { characterCount, isStorable } from '../../article/article-text';
import { blockNotYours, dismissalMissing, dismissalReasonMissing, tooManyDismissals } from '../check.errors';
import { ArticleCheck } from './article-check';
import { CheckDismissal } from './check-dismissal.entity';

const LONGEST_REASON = 500;
const MOST = 500;

/**
 * 保留说明: a person answers for a hit instead of changing the words. Reviewers see who and why. What is
 * forbidden is let through only by those who administer the site.
 */
@Injectable()
export class Dismissals {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly desk: ArticleDesk,
    private readonly checks: ArticleCheck,
  ) {}

  /** Raises `content.check.dismissalReasonMissing`, `.blockNotYours` or `.tooManyDismissals`. */
  async dismiss(ctx: EditorCtx, articleId: number, key: string, why: string): Promise<void> {
    const reason = why.trim();
    if (reason === '' || characterCount(reason) > LONGEST_REASON || !isStorable(reason))
      throw dismissalReasonMissing();
    const { article, shown } = await this.desk.getFile(ctx, articleId);
    must(ctx, 'update', article);
    const coversBlock = canDo(ctx, 'manage', 'SiteSettings');
    // Live hits of words that are not saved yet are answered for as well: they are told by their key alone.
    const { hits } = await this.checks.check(ctx, { ...shown, articleId }, 'quick');
    const hit = hits.find((each) => each.key === key);
    if (hit?.severity === 'block' && !coversBlock) throw blockNotYours();

    await this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.site(ctx, CheckDismissal);
      const row = await rows.findOne({ articleId, hitKey: key }, { lock: 'write' });
      if (!row && (await rows.count({ articleId })) >= MOST) throw tooManyDismissals({ most: MOST });
      const values = {
        rule: hit?.rule ?? '',
        text: (hit?.text ?? '').slice(0, 100).toWellFormed(),
        reason,
        coversBlock,
        byId: ctx.actor.accountId,
        byName: ctx.actor.name,
        at: ctx.now,
      };
      await rows.save(row ? Object.assign(row, values) : rows.build({ articleId, hitKey: key, ...values }));
      await this.record(
        ctx,
        'article.check.dismiss',
        articleId,
        `保留检查提示“${values.text}”：${reason}`,
        key,
      );
    });
  }

  /** Takes an answer back, so that the hit counts again. */
  async restore(ctx: EditorCtx, articleId: number, key: string): Promise<void> {
    must(ctx, 'update', (await this.desk.getFile(ctx, articleId)).article);
    await this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.site(ctx, CheckDismissal);
      const row = await rows.findOne({ articleId, hitKey: key }, { lock: 'write' });
      if (!row) throw dismissalMissing();
      if (row.coversBlock && !canDo(ctx, 'manage', 'SiteSettings')) throw blockNotYours();
      await rows.remove(row);
      await this.record(ctx, 'article.check.restore', articleId, `取消保留检查提示“${row.text}”`, key);
    });
  }

  private async record(
    ctx: EditorCtx,
    action: string,
    subjectId: number,
    summary: string,
    key: string,
  ): Promise<void> {
    await this.audit.record(ctx, { action, subject: 'Article', subjectId, summary, detail: { key } });
  }
}
