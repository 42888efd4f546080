import { Injectable } from '@nestjs/common';
import { endOfDay, startOfDay, type SiteCtx } from '@zhanqun/kernel';
import { Between, Db } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import type { Delivery } from '../delivery.entity';
import { gradeUnknown } from '../delivery.errors';
import { DeliveryHistory } from '../history/delivery-history';
import { adoptionGrades, gradesIn, losesPoints, pointsKeepDays, type AdoptionGrade } from './adoption-grades';
import { AdoptionPoint } from './adoption-point.entity';

export interface Days {
  readonly from: string;
  readonly to: string;
}

const MOST = 20_000;

/** 积分账: written and read at the site that carries; the sender reads what is its own. */
@Injectable()
export class AdoptionPoints {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly history: DeliveryHistory,
  ) {}

  grades(ctx: SiteCtx): AdoptionGrade[] {
    return gradesIn(this.settings.get(ctx, adoptionGrades));
  }

  /** The grade by its name; null without one. Raises `content.delivery.gradeUnknown`. */
  grade(ctx: SiteCtx, name: string | undefined): AdoptionGrade | null {
    if (!name) return null;
    const found = this.grades(ctx).find((grade) => grade.name === name);
    if (!found) throw gradeUnknown({ grade: name });
    return found;
  }

  /** When the copy is live, in the transaction of the caller. Once for an envelope. */
  async award(ctx: SiteCtx, delivery: Delivery): Promise<void> {
    const { id: deliveryId, fromSiteId, toSiteId, title, writerId, writerName, grade, points } = delivery;
    if (grade === '') return;
    const ledger = this.db.shared(ctx, AdoptionPoint);
    if ((await ledger.count({ deliveryId })) > 0) return;
    const earned = { deliveryId, fromSiteId, toSiteId, title, writerId, writerName, grade, points };
    await ledger.save(ledger.build({ ...earned, at: ctx.now }));
  }

  /** 收回 when the copy is withdrawn within the time that the receiving site set. */
  async takeBack(ctx: SiteCtx, delivery: Delivery, reason: string): Promise<void> {
    const ledger = this.db.shared(ctx, AdoptionPoint);
    const earned = await ledger.findOne(
      { deliveryId: delivery.id, toSiteId: ctx.site.id, takenBackAt: null },
      { lock: 'write' },
    );
    if (!earned || !losesPoints(earned.at, ctx.now, this.settings.get(ctx, pointsKeepDays))) return;
    Object.assign(earned, { takenBackAt: ctx.now, takenBackReason: reason });
    await ledger.save(earned);
    await this.history.add(ctx, delivery, 'pointsTakenBack', `收回 ${earned.points} 分`);
  }

  /** Given by this site in these days. */
  given(ctx: SiteCtx, days: Days): Promise<AdoptionPoint[]> {
    return this.of(ctx, days, { toSiteId: ctx.site.id });
  }

  /** Earned by this site in these days. */
  earned(ctx: SiteCtx, days: Days): Promise<AdoptionPoint[]> {
    return this.of(ctx, days, { fromSiteId: ctx.site.id });
  }

  private of(
    ctx: SiteCtx,
    { from, to }: Days,
    side: { fromSiteId: number } | { toSiteId: number },
  ): Promise<AdoptionPoint[]> {
    const where = { ...side, at: Between(startOfDay(from), endOfDay(to)) };
    return this.db.shared(ctx, AdoptionPoint).find({ where, order: { at: 'DESC', id: 'DESC' }, take: MOST });
  }
}
