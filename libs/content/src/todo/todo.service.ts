import { Injectable } from '@nestjs/common';
import { shanghaiDay, type EditorCtx, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { MembershipAbilityFactory, Memberships, type SiteOfAccount } from '@zhanqun/identity';
import { SiteDirectory } from '@zhanqun/platform';
import { Regulations } from '@zhanqun/tenancy';
import { TodoSources, type Todo } from './todo-source';

/** A to-do with the site it waits at and the working days left. */
export interface SiteTodo extends Todo {
  readonly site: SiteRef;
  /** Negative when overdue; null without a deadline. */
  readonly workingDaysLeft: number | null;
}

/** 我的待办, across all sites of an account: each site is asked in its own context with the rights held there. */
@Injectable()
export class TodoService {
  constructor(
    private readonly sources: TodoSources,
    private readonly memberships: Memberships,
    private readonly abilities: MembershipAbilityFactory,
    private readonly directory: SiteDirectory,
    private readonly regulations: Regulations,
  ) {}

  /** Overdue and nearest deadline first, then what has waited longest. */
  async mine(ctx: StaffCtx): Promise<SiteTodo[]> {
    const held = await this.memberships.sitesOf(ctx, ctx.actor.accountId);
    const sites = [
      ...new Set([
        ...held.flatMap(({ siteId }) => this.directory.byId(siteId) ?? []),
        ...(await this.overseen(ctx, held)),
      ]),
    ];
    const abilities = await this.abilities.forSites(ctx.actor, sites, ctx.now);
    const todos: SiteTodo[] = [];
    for (const site of sites) {
      const ability = abilities.get(site.id);
      if (ability) todos.push(...(await this.at({ ...ctx, ability, site })));
    }
    return todos.toSorted(byUrgency);
  }

  /** Sites below the portals that this person supervises, where something waits for a supervisor. */
  private async overseen(ctx: StaffCtx, held: readonly SiteOfAccount[]): Promise<SiteRef[]> {
    const portals = held.filter(({ roles }) => roles.includes('supervisor')).map(({ siteId }) => siteId);
    if (portals.length === 0) return [];
    const waiting = await this.sources.overseenSites(ctx);
    return waiting
      .flatMap((siteId) => this.directory.byId(siteId) ?? [])
      .filter((site) => portals.includes(site.portalId));
  }

  private async at(ctx: EditorCtx): Promise<SiteTodo[]> {
    const { calendar } = this.regulations.for(ctx.site);
    const today = shanghaiDay(ctx.now);
    return (await this.sources.list(ctx)).map((todo) => ({
      ...todo,
      site: ctx.site,
      workingDaysLeft: todo.dueOn === null ? null : calendar.workingDaysBetween(today, todo.dueOn),
    }));
  }
}

const NO_DEADLINE = '9999-12-31';

function byUrgency(left: SiteTodo, right: SiteTodo): number {
  const due = (left.dueOn ?? NO_DEADLINE).localeCompare(right.dueOn ?? NO_DEADLINE);
  return due || left.since.getTime() - right.since.getTime();
}
