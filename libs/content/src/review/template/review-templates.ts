import { Injectable } from '@nestjs/common';
import type { Ctx, SiteCtx, SiteRef, StaffCtx } from '@zhanqun/kernel';
import { Audit, Db, In } from '@zhanqun/platform';
import { Regulations } from '@zhanqun/tenancy';
import { isStorable } from '../../article/storable';
import { usualPlan, type PlannedStep, type ReviewPlan } from '../plan/review-plan';
import { type Importance, type ReviewStepName } from '../review';
import { ReviewTemplate } from './review-template.entity';
import { lockAbove, pickTemplate, planFrom, PLATFORM, stepFaults } from './template-rules';
import { templateInvalid, templateLocked, templateNotFound } from './template.errors';

export interface TemplateWish {
  readonly kind: string;
  readonly importance: Importance;
  readonly name: string;
  readonly steps: readonly PlannedStep[];
  readonly isTrusted: boolean;
  readonly isLocked: boolean;
}

/** A template with where it stands, seen from one place. */
export interface TemplateStanding {
  readonly template: ReviewTemplate;
  readonly level: 'platform' | 'portal' | 'site';
  readonly isOwn: boolean;
}

/** 一般信息二审、重要信息三审: below this no level may go, whichever regulation holds at the sites. */
const FLOORS: Readonly<Record<Importance, readonly ReviewStepName[]>> = {
  routine: ['initialReview'],
  general: ['initialReview', 'secondReview'],
  important: ['initialReview', 'secondReview', 'finalReview'],
};

/** 审核模板, layered platform → portal → site. A lower level may ask for more, never for less than the regulation. */
@Injectable()
export class ReviewTemplates {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly regulations: Regulations,
  ) {}

  /** The plan of a text of this kind and importance if it were submitted now. */
  async planFor(ctx: SiteCtx, kind: string, importance: Importance): Promise<ReviewPlan> {
    const floor = this.floorOf(ctx.site, importance);
    const places = placesOf(ctx.site);
    const rows = await this.rowsAt(ctx, places);
    const template = pickTemplate(rows, places, kind, importance);
    return template ? planFrom(template, floor) : usualPlan(floor);
  }

  /** Every template that holds or is overruled at this place, from the platform down. */
  async list(ctx: Ctx): Promise<TemplateStanding[]> {
    const places = placesOf(ctx.site);
    const rows = await this.rowsAt(ctx, places);
    return rows.map((template) => ({
      template,
      level: levelOf(ctx.site, template.ofSiteId),
      isOwn: template.ofSiteId === places.at(-1),
    }));
  }

  /** What the regulation asks at this place at the very least. */
  floorOf(site: SiteRef | undefined, importance: Importance): readonly ReviewStepName[] {
    return site ? this.regulations.for(site).reviewSteps(importance) : FLOORS[importance];
  }

  /** Stores the template of one kind and importance at the place of the context. */
  async put(ctx: StaffCtx, wish: TemplateWish): Promise<ReviewTemplate> {
    const faults = stepFaults(wish.steps, this.floorOf(ctx.site, wish.importance));
    const names = [wish.name, ...wish.steps.map((step) => step.name)];
    if (!names.every(isStorable)) faults.push('名称中有无法保存的字符');
    if (wish.name.trim() === '' || [...wish.name].length > 50) faults.push('模板名称须为 1 至 50 个字');
    if (faults.length > 0) throw templateInvalid({ faults });
    const places = placesOf(ctx.site);
    const here = places.at(-1) ?? PLATFORM;
    return this.db.transaction(ctx, async (ctx) => {
      await this.refuseLocked(ctx, places, wish.kind, wish.importance);
      const templates = this.db.shared(ctx, ReviewTemplate);
      const key = { ofSiteId: here, kind: wish.kind, importance: wish.importance };
      const template = (await templates.findOne(key, { lock: 'write' })) ?? templates.build(key);
      template.name = wish.name.trim();
      template.steps = wish.steps;
      template.isTrusted = wish.isTrusted;
      // Below a site there is nobody to lock it for.
      template.isLocked = wish.isLocked && places.length < 3;
      template.changedByName = ctx.actor.name;
      await templates.save(template);
      await this.record(ctx, template, '设置审核模板');
      return template;
    });
  }

  /** Takes the place's own template away, so that the one above holds again. */
  async remove(ctx: StaffCtx, id: number): Promise<void> {
    const here = placesOf(ctx.site).at(-1) ?? PLATFORM;
    await this.db.transaction(ctx, async (ctx) => {
      const templates = this.db.shared(ctx, ReviewTemplate);
      const template = await templates.findOne({ id, ofSiteId: here }, { lock: 'write' });
      if (!template) throw templateNotFound({ id });
      await templates.remove(template);
      await this.record(ctx, template, '删除审核模板');
    });
  }

  private async refuseLocked(
    ctx: Ctx,
    places: readonly number[],
    kind: string,
    importance: Importance,
  ): Promise<void> {
    const above = places.slice(0, -1);
    const lock = lockAbove(await this.rowsAt(ctx, above), above, kind, importance);
    if (lock) throw templateLocked({ name: lock.name, level: lock.ofSiteId === PLATFORM ? '平台' : '门户' });
  }

  private async rowsAt(ctx: Ctx, places: readonly number[]): Promise<ReviewTemplate[]> {
    if (places.length === 0) return [];
    return this.db.shared(ctx, ReviewTemplate).find({
      where: { ofSiteId: In([...places]) },
      order: { ofSiteId: 'ASC', kind: 'ASC', importance: 'ASC' },
    });
  }

  private record(ctx: StaffCtx, template: ReviewTemplate, what: string): Promise<void> {
    const { name, kind, importance, steps, isTrusted, isLocked } = template;
    return this.audit.record(ctx, {
      action: 'review.template',
      subject: 'ReviewTemplate',
      subjectId: template.id,
      summary: `${what}“${name}”`,
      detail: { kind, importance, steps: steps.map((step) => step.name), isTrusted, isLocked },
    });
  }
}

/** From the platform down to the place itself. */
function placesOf(site: SiteRef | undefined): number[] {
  return [...new Set([PLATFORM, ...(site ? [site.portalId, site.id] : [])])];
}

function levelOf(site: SiteRef | undefined, ofSiteId: number): TemplateStanding['level'] {
  if (ofSiteId === PLATFORM) return 'platform';
  return ofSiteId === site?.portalId ? 'portal' : 'site';
}
