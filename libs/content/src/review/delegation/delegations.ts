import { Injectable, Optional } from '@nestjs/common';
import { canDo, isDay, must, shanghaiDay, type Actor, type EditorCtx } from '@zhanqun/kernel';
import { AbilityFactory, Audit, Db, In, IsNull, LessThanOrEqual, MoreThanOrEqual } from '@zhanqun/platform';
import { Account, Membership } from '@zhanqun/identity';
import { isStorable } from '../../article/storable';
import { REVIEWER_ACTIONS } from '../plan/review-plan';
import {
  delegationEmpty,
  delegationNotFound,
  delegationPeriodWrong,
  delegationReasonWrong,
  delegationToSelf,
  standInNotEligible,
} from './delegation.errors';
import { ReviewDelegation } from './review-delegation.entity';

export interface NewDelegation {
  /** Who is away; left out = the person of the context. */
  readonly fromId?: number;
  readonly toId: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reason?: string;
}

const MOST = 100;
const MOST_PEOPLE = 300;
const LONGEST_DAYS = 92;

/** 审核委托: stand-ins for reviewers who are away, per site. */
@Injectable()
export class Delegations {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    @Optional() private readonly abilities?: AbilityFactory,
  ) {}

  /** Those who are away today and named the person of the context. */
  async standingInFor(ctx: EditorCtx): Promise<Actor[]> {
    const today = shanghaiDay(ctx.now);
    const current = await this.db.site(ctx, ReviewDelegation).find({
      where: {
        toId: ctx.actor.accountId,
        startsOn: LessThanOrEqual(today),
        endsOn: MoreThanOrEqual(today),
        endedAt: IsNull(),
      },
      order: { id: 'ASC' },
      take: MOST,
    });
    return this.actors(ctx, [...new Set(current.map(({ fromId }) => fromId))]);
  }

  /** Own delegations and those to the person; all of the site for who manages its people. Newest first. */
  list(ctx: EditorCtx): Promise<ReviewDelegation[]> {
    const me = ctx.actor.accountId;
    const where = canDo(ctx, 'create', 'Membership') ? {} : [{ fromId: me }, { toId: me }];
    return this.db.site(ctx, ReviewDelegation).find({ where, order: { id: 'DESC' }, take: MOST });
  }

  /** Everybody with a role at the site. */
  async peopleHere(ctx: EditorCtx): Promise<number[]> {
    const held = await this.db
      .shared(ctx, Membership)
      .select(['accountId', 'until'], { where: { siteId: ctx.site.id }, take: MOST_PEOPLE });
    const current = held.filter(({ until }) => until === null || until > ctx.now);
    return [...new Set(current.map(({ accountId }) => accountId))];
  }

  /** Colleagues whom the person could name. */
  async colleagues(ctx: EditorCtx): Promise<{ accountId: number; name: string }[]> {
    const ids = (await this.peopleHere(ctx)).filter((id) => id !== ctx.actor.accountId);
    return (await this.actors(ctx, ids)).map(({ accountId, name }) => ({ accountId, name }));
  }

  /** 委托. Only who reviews here can hand it over, and only to somebody who works here. */
  async begin(ctx: EditorCtx, wish: NewDelegation): Promise<ReviewDelegation> {
    const { toId, startsOn, endsOn, reason = '' } = wish;
    const fromId = wish.fromId ?? ctx.actor.accountId;
    if (fromId !== ctx.actor.accountId) must(ctx, 'create', 'Membership');
    return this.db.transaction(ctx, async (ctx) => {
      const people = await this.actors(ctx, [fromId, toId]);
      const from = people.find(({ accountId }) => accountId === fromId);
      const to = people.find(({ accountId }) => accountId === toId);
      if (!from || !(await this.reviewsHere(ctx, from))) throw delegationEmpty();
      if (toId === fromId) throw delegationToSelf();
      if (!isStorable(reason)) throw delegationReasonWrong();
      refusePeriod(startsOn, endsOn, shanghaiDay(ctx.now));
      if (!to || !(await this.worksHere(ctx, to))) throw standInNotEligible({ accountId: toId });
      const delegations = this.db.site(ctx, ReviewDelegation);
      const delegation = await delegations.save(
        delegations.build({
          fromId,
          fromName: from.name,
          toId,
          toName: to.name,
          startsOn,
          endsOn,
          reason: reason.trim().slice(0, 200),
        }),
      );
      await this.record(ctx, delegation, `${from.name}委托${to.name}自 ${startsOn} 至 ${endsOn} 代为审核`);
      return delegation;
    });
  }

  /** 提前结束, by either of the two or by who manages the people of the site. */
  async end(ctx: EditorCtx, id: number): Promise<ReviewDelegation> {
    return this.db.transaction(ctx, async (ctx) => {
      const delegations = this.db.site(ctx, ReviewDelegation);
      const delegation = await delegations.findOne({ id }, { lock: 'write' });
      if (!delegation) throw delegationNotFound({ id });
      const isOurs = [delegation.fromId, delegation.toId].includes(ctx.actor.accountId);
      if (!isOurs && !canDo(ctx, 'create', 'Membership')) throw delegationNotFound({ id });
      if (delegation.endedAt) return delegation;
      delegation.endedAt = ctx.now;
      delegation.endedByName = ctx.actor.name;
      await delegations.save(delegation);
      await this.record(ctx, delegation, `结束${delegation.fromName}对${delegation.toName}的审核委托`);
      return delegation;
    });
  }

  private async actors(ctx: EditorCtx, ids: readonly number[]): Promise<Actor[]> {
    if (ids.length === 0) return [];
    const accounts = await this.db
      .shared(ctx, Account)
      .find({ where: { id: In([...ids]), status: 'active' } });
    return accounts.map(({ id, realName, organisationId }) => ({
      accountId: id,
      name: realName,
      organisationId,
    }));
  }

  private async reviewsHere(ctx: EditorCtx, actor: Actor): Promise<boolean> {
    const ability = await this.abilities?.for(actor, ctx.site, ctx.now);
    return Object.values(REVIEWER_ACTIONS).some((action) => ability?.can(action, 'Article') ?? false);
  }

  private async worksHere(ctx: EditorCtx, actor: Actor): Promise<boolean> {
    const ability = await this.abilities?.for(actor, ctx.site, ctx.now);
    return ability?.can('read', 'Article') ?? false;
  }

  private record(ctx: EditorCtx, { id }: ReviewDelegation, summary: string): Promise<void> {
    return this.audit.record(ctx, {
      action: 'review.delegation',
      subject: 'ReviewDelegation',
      subjectId: id,
      summary,
    });
  }
}

function refusePeriod(startsOn: string, endsOn: string, today: string): void {
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000;
  const isPossible = isDay(startsOn) && isDay(endsOn) && days >= 0 && days <= LONGEST_DAYS;
  if (!isPossible || endsOn < today) throw delegationPeriodWrong({ days: LONGEST_DAYS });
}
