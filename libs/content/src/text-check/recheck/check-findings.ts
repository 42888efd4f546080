import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type Page, type PageRequest, type SiteCtx } from '@zhanqun/kernel';
import { Audit, containing, Db, In, Not } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { characterCount, isStorable } from '../../article/article-text';
import { findingNotFound, ignoringNeedsReason } from '../check.errors';
import type { CheckHit, CheckKind, Severity } from '../check-hit';
import { CheckFinding, type FindingState } from './check-finding.entity';
import type { CheckRun } from './check-run.entity';

export interface FindingFilter {
  readonly state?: FindingState | undefined;
  readonly severity?: Severity | undefined;
  readonly kind?: CheckKind | undefined;
  /** Words of the article's title. */
  readonly q?: string | undefined;
}

/** An article full of hits says so by its first ones. */
const MOST_OF_ARTICLE = 50;

/** 发布内容复查: what was found in published texts, and what people made of it. */
@Injectable()
export class CheckFindings {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(
    ctx: EditorCtx,
    { state, severity, kind, q }: FindingFilter,
    paging: PageRequest,
  ): Promise<Page<CheckFinding>> {
    const where = {
      ...(state ? { state } : {}),
      ...(severity ? { severity } : {}),
      ...(kind ? { kind } : {}),
      ...(q ? { title: containing(q) } : {}),
    };
    return this.db.site(ctx, CheckFinding).page({ where, order: { id: 'DESC' } }, paging);
  }

  /** 已处理、忽略 or back to open. Ignoring is said with a reason. Raises `content.check.ignoringNeedsReason`. */
  async settle(
    ctx: EditorCtx,
    ids: readonly number[],
    state: Exclude<FindingState, 'gone'>,
    why = '',
  ): Promise<void> {
    const reason = why.trim();
    if (state === 'ignored' && (reason === '' || characterCount(reason) > 500 || !isStorable(reason)))
      throw ignoringNeedsReason();
    await this.db.transaction(ctx, async (ctx) => {
      const findings = await this.db.site(ctx, CheckFinding).find({ where: { id: In([...new Set(ids)]) } });
      if (findings.length === 0 || findings.length < new Set(ids).size) throw findingNotFound();
      const articles = await this.db
        .site(ctx, Article)
        .find({ where: { id: In(findings.map(({ articleId }) => articleId)) } });
      for (const article of articles) must(ctx, 'update', article);
      for (const finding of findings) {
        finding.state = state;
        finding.settledByName = state === 'open' ? '' : ctx.actor.name;
        finding.settledReason = state === 'open' ? '' : reason;
        finding.settledAt = state === 'open' ? null : ctx.now;
        await this.db.site(ctx, CheckFinding).save(finding);
        const what = { open: '重新打开', handled: '已处理', ignored: '忽略' }[state];
        await this.audit.record(ctx, {
          action: `article.recheck.${state}`,
          subject: 'Article',
          subjectId: finding.articleId,
          summary: `复查结果“${finding.text}”${what}${reason ? `：${reason}` : ''}`,
          detail: { findingId: finding.id, reason },
        });
      }
    });
  }

  /** Stores what a run found in one article. What somebody ignored stays ignored. Returns how many are open. */
  async keep(ctx: SiteCtx, run: CheckRun, article: Pick<Article, 'id' | 'title'>, hits: readonly CheckHit[]) {
    const wanted = new Map<string, CheckHit>();
    for (const hit of hits)
      if (!hit.dismissed && hit.severity !== 'hint' && wanted.size < MOST_OF_ARTICLE && !wanted.has(hit.key))
        wanted.set(hit.key, hit);
    if (wanted.size === 0) return 0;
    const rows = this.db.site(ctx, CheckFinding);
    const known = new Map(
      (await rows.find({ where: { articleId: article.id, hitKey: In([...wanted.keys()]) } })).map((row) => [
        row.hitKey,
        row,
      ]),
    );
    const kept = [...wanted.values()].map((hit) => {
      const row =
        known.get(hit.key) ?? rows.build({ articleId: article.id, hitKey: hit.key, foundAt: ctx.now });
      const isIgnored = row.state === 'ignored';
      return Object.assign(row, factsOf(hit), {
        title: article.title,
        runId: run.id,
        state: isIgnored ? 'ignored' : 'open',
      } satisfies Partial<CheckFinding>);
    });
    await rows.saveAll(kept);
    return kept.filter(({ state }) => state === 'open').length;
  }

  /** Hits of an article that are not there any more. */
  async leaveOut(ctx: SiteCtx, articleId: number, stillThere: readonly string[]): Promise<void> {
    const where = { articleId, state: 'open' as const };
    await this.db
      .site(ctx, CheckFinding)
      .updateWhere(stillThere.length > 0 ? { ...where, hitKey: Not(In(stillThere)) } : where, {
        state: 'gone',
      });
  }

  /** What the run that ends did not see any more. */
  async leaveBehind(ctx: SiteCtx, run: CheckRun): Promise<void> {
    await this.db
      .site(ctx, CheckFinding)
      .updateWhere({ state: 'open', runId: Not(run.id) }, { state: 'gone' });
  }
}

function factsOf({ field, attachment, kind, rule, text, suggest, severity, reason }: CheckHit) {
  return {
    field,
    attachment: (attachment ?? '').slice(0, 200),
    kind,
    rule,
    text: text.slice(0, 200).toWellFormed(),
    suggest: (suggest ?? '').slice(0, 200).toWellFormed(),
    severity,
    reason: reason.slice(0, 500).toWellFormed(),
  };
}
