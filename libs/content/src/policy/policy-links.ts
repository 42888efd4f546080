import { Injectable } from '@nestjs/common';
import { shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { Db, In, MoreThan, Not, IsNull } from '@zhanqun/platform';
import { Regulations, Settings } from '@zhanqun/tenancy';
import { policyFactsOf } from '../article/policy-facts';
import { Article } from '../article/article.entity';
import { interpretationDays } from './policy-settings';

export const POLICY_LINK_FAULTS = ['noInterpretation', 'documentGone', 'successorGone'] as const;
export type PolicyLinkFault = (typeof POLICY_LINK_FAULTS)[number];

/** 文件与解读、新旧文件之间的一处断链. */
export interface BrokenPolicyLink {
  readonly fault: PolicyLinkFault;
  readonly articleId: number;
  readonly title: string;
  readonly note: string;
  readonly since: Date;
  /** Last day by which it should be there; null where it is wrong already. */
  readonly dueOn: string | null;
}

const MOST = 200;
/** An older document is not asked for an interpretation any more. */
const LOOK_BACK_DAYS = 365;
const A_DAY_MS = 86_400_000;

type Row = Pick<
  Article,
  | 'id'
  | 'title'
  | 'kind'
  | 'facts'
  | 'importance'
  | 'publishedAt'
  | 'successorArticleId'
  | 'interpretsArticleId'
>;
const FIELDS = [
  'id',
  'title',
  'kind',
  'facts',
  'importance',
  'publishedAt',
  'successorArticleId',
  'interpretsArticleId',
] as const satisfies readonly (keyof Article)[];

/** 双向链接核对: what pages of policy documents promise, looked up from both ends. At most 6 statements a site. */
@Injectable()
export class PolicyLinks {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly regulations: Regulations,
  ) {}

  async broken(ctx: SiteCtx): Promise<BrokenPolicyLink[]> {
    return [
      ...(await this.unexplained(ctx)),
      ...(await this.lostDocuments(ctx)),
      ...(await this.lostSuccessors(ctx)),
    ];
  }

  /** Important documents without a published interpretation and without a reason why there is none. */
  async unexplained(ctx: SiteCtx): Promise<BrokenPolicyLink[]> {
    const days = this.settings.get(ctx, interpretationDays);
    if (days === 0) return [];
    const from = new Date(ctx.now.getTime() - LOOK_BACK_DAYS * A_DAY_MS);
    const documents = await this.published(ctx, {
      kind: 'policyDocument',
      importance: 'important',
      publishedAt: MoreThan(from),
    });
    const asked = documents.filter((each) => {
      const facts = policyFactsOf(each);
      return facts?.validity !== 'void' && !each.facts?.['interpretationWaiver'];
    });
    if (asked.length === 0) return [];
    const explained = await this.db.site(ctx, Article).select(['interpretsArticleId'], {
      where: { interpretsArticleId: In(asked.map(({ id }) => id)), state: 'published' },
    });
    const known = new Set(explained.map(({ interpretsArticleId }) => interpretsArticleId));
    const { calendar } = this.regulations.for(ctx.site);
    return asked
      .filter(({ id }) => !known.has(id))
      .map((each) => ({
        ...toFault(ctx, each, 'noInterpretation', '发布后还没有链接解读材料'),
        dueOn: calendar.addWorkingDays(shanghaiDay(each.publishedAt ?? ctx.now), days),
      }));
  }

  /** Interpretations whose document citizens cannot open any more. */
  private async lostDocuments(ctx: SiteCtx): Promise<BrokenPolicyLink[]> {
    const explaining = await this.published(ctx, { interpretsArticleId: Not(IsNull()) });
    const there = await this.publishedAmong(
      ctx,
      explaining.map((each) => each.interpretsArticleId),
    );
    return explaining
      .filter((each) => !there.has(each.interpretsArticleId ?? 0))
      .map((each) => toFault(ctx, each, 'documentGone', '所解读的文件未发布或已撤下'));
  }

  /** Documents replaced by one that is not there for citizens. */
  private async lostSuccessors(ctx: SiteCtx): Promise<BrokenPolicyLink[]> {
    const replaced = await this.published(ctx, { successorArticleId: Not(IsNull()) });
    const there = await this.publishedAmong(
      ctx,
      replaced.map((each) => each.successorArticleId),
    );
    return replaced
      .filter((each) => !there.has(each.successorArticleId ?? 0))
      .map((each) => toFault(ctx, each, 'successorGone', '替代或修改它的文件未发布或已撤下'));
  }

  private published(ctx: SiteCtx, where: object): Promise<Row[]> {
    return this.db.site(ctx, Article).select(FIELDS, {
      where: { ...where, state: 'published' },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
  }

  private async publishedAmong(ctx: SiteCtx, ids: readonly (number | null)[]): Promise<ReadonlySet<number>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Set();
    const where = { id: In(wanted), state: 'published' as const };
    return new Set((await this.db.site(ctx, Article).select(['id'], { where })).map(({ id }) => id));
  }
}

function toFault(
  ctx: SiteCtx,
  { id, title, publishedAt }: Row,
  fault: PolicyLinkFault,
  note: string,
): BrokenPolicyLink {
  return { fault, articleId: id, title, note, since: publishedAt ?? ctx.now, dueOn: null };
}
