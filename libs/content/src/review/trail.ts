import { Injectable } from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Audit, Db } from '@zhanqun/platform';
import { ArticleDesk } from '../article/article-desk';
import { ArticleRevision } from '../revision/article-revision.entity';
import { planOf, stepIn } from './plan/review-plan';
import { STEP_LABELS, type ReviewStepName } from './review';
import { ReviewStep, type ReviewDecision } from './review-step.entity';

/** One line of 流转记录. */
export interface TrailLine {
  readonly at: Date;
  readonly byName: string;
  /** 初审, 复审, 终审, or 编辑. */
  readonly role: string;
  readonly action: string;
  readonly actionName: string;
  readonly opinion: string;
  /** 受托代审: for whom it was signed; empty when for oneself. */
  readonly onBehalfOf: string;
  /** Number of the revision; null where a line is about the whole article. */
  readonly revision: number | null;
}

const DECISIONS: Readonly<Record<ReviewDecision, string>> = {
  submit: '送审',
  pass: '通过',
  sendBack: '退回',
  returnTo: '退到',
  edit: '修改后通过',
  recall: '撤回送审',
  reopen: '重新编辑',
  schedule: '定时发布',
  claim: '认领',
  reassign: '改派',
  publish: '发布',
  publishUrgently: '应急发布',
  fail: '补审未通过',
  restore: '恢复发布',
  withdraw: '撤稿',
};
/** Audit actions that no review step tells: the rest is in the steps already. */
const OTHER: Readonly<Record<string, string>> = {
  'article.draft': '起草',
  'article.edit': '修改',
  'article.revise': '生成新版本',
  'article.reopen': '取消定时，重新编辑',
  'article.abandon': '放弃修改',
  'article.place': '调整栏目或置顶',
  'article.publishHistoric': '按原发布时间入库',
};
const MOST_ENTRIES = 100;

/** 流转记录 of an article: its review steps and the audit entries about it, oldest first. */
@Injectable()
export class Trail {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly desk: ArticleDesk,
  ) {}

  async of(ctx: EditorCtx, articleId: number): Promise<TrailLine[]> {
    await this.desk.getArticle(ctx, articleId);
    const steps = await this.db.site(ctx, ReviewStep).find({ where: { articleId }, order: { id: 'ASC' } });
    const revisions = await this.db
      .site(ctx, ArticleRevision)
      .select(['id', 'number', 'steps', 'plan'], { where: { articleId } });
    const numbers = new Map(revisions.map((revision) => [revision.id, revision.number]));
    const plans = new Map(revisions.map((revision) => [revision.id, planOf(revision)]));
    const nameOf = (revisionId: number, step: ReviewStepName): string => {
      const plan = plans.get(revisionId);
      return (plan && stepIn(plan, step)?.name) ?? STEP_LABELS[step];
    };
    const isUrgent = urgentRounds(steps);
    const { items } = await this.audit.list(
      ctx,
      { siteId: ctx.site.id, subject: 'Article', subjectId: articleId },
      pageRequest(1, MOST_ENTRIES),
    );
    const lines: TrailLine[] = steps.map((step) => {
      const name = step.step ? nameOf(step.revisionId, step.step) : '';
      const to = step.toStep ? nameOf(step.revisionId, step.toStep) : '';
      const isCompleting = step.decision === 'pass' && isUrgent(step);
      return {
        at: step.at,
        byName: step.byName,
        role: name || '编辑',
        action: step.decision,
        actionName: `${isCompleting ? '补审·' : ''}${name}${DECISIONS[step.decision]}${to}`,
        opinion: step.reason,
        onBehalfOf: step.onBehalfOfName,
        revision: numbers.get(step.revisionId) ?? null,
      };
    });
    for (const entry of items) {
      const actionName = OTHER[entry.action];
      if (!actionName) continue;
      const revisionId = (entry.detail as { revisionId?: number } | null)?.revisionId;
      lines.push({
        at: entry.at,
        byName: entry.actorName,
        role: '编辑',
        action: entry.action.replace('article.', ''),
        actionName,
        opinion: '',
        onBehalfOf: '',
        revision: numbers.get(revisionId ?? 0) ?? null,
      });
    }
    return lines.toSorted((left, right) => left.at.getTime() - right.at.getTime());
  }
}

/** Whether a line comes after the emergency publication of its own text and round: it belongs to 补审. */
function urgentRounds(steps: readonly ReviewStep[]): (step: ReviewStep) => boolean {
  const urgent = new Map(
    steps
      .filter((step) => step.decision === 'publishUrgently')
      .map((step) => [`${step.revisionId}/${step.round}`, step.id]),
  );
  return ({ id, revisionId, round }) => id > (urgent.get(`${revisionId}/${round}`) ?? Infinity);
}
