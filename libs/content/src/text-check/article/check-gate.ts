import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import type { Article } from '../../article/article.entity';
import { SubmitGate, SubmitGates } from '../../review/submit-gate';
import type { ArticleRevision } from '../../revision/article-revision.entity';
import { hitsUnsettled } from '../check.errors';
import { CheckFindings } from '../recheck/check-findings';
import { ArticleCheck } from './article-check';

/**
 * 检查关口: a text with something forbidden goes no further, one with doubts only when each was answered for.
 * Hints keep nobody back. Before going live only what is forbidden counts: the doubts were answered at submission.
 */
@Injectable()
export class CheckGate extends SubmitGate implements OnModuleInit {
  constructor(
    private readonly checks: ArticleCheck,
    private readonly findings: CheckFindings,
    private readonly gates: SubmitGates,
  ) {
    super();
  }

  onModuleInit(): void {
    this.gates.register(this);
  }

  /** Reads the words of attached files, so that the decision itself need not wait for them. */
  override async prepare(ctx: SiteCtx, articleId: number): Promise<void> {
    await this.checks.readAttachments(ctx, articleId);
  }

  override async open(ctx: SiteCtx, article: Article, revision: ArticleRevision): Promise<void> {
    const isSubmission = revision.state === 'draft';
    const checked = await this.checks.check(ctx, { ...revision, articleId: article.id });
    if (!isSubmission) {
      const keys = checked.hits.map(({ key }) => key);
      await this.findings.leaveOut(ctx, article.id, keys);
    }
    const hits = checked.hits.filter(
      ({ severity, dismissed }) =>
        !dismissed && (severity === 'block' || (isSubmission && severity === 'warn')),
    );
    if (hits.length === 0) return;
    throw hitsUnsettled({
      hits: hits.map(({ field, text, reason, severity, key }) => ({ field, text, reason, severity, key })),
    });
  }
}
