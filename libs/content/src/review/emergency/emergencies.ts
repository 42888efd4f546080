import { Injectable } from '@nestjs/common';
import { canDo, type EditorCtx, type Page, type PageRequest, type SiteCtx } from '@zhanqun/kernel';
import { allOf, Db, In, LessThan, type Where } from '@zhanqun/platform';
import { dueAfter, Regulations, Settings } from '@zhanqun/tenancy';
import type { Article } from '../../article/article.entity';
import { emergencyHours, emergencyPublishers } from './emergency-settings';
import { EmergencyPublication, type EmergencyState } from './emergency.entity';
import { emergencyNotFound } from './emergency.errors';
import { afterWorkingHours } from './working-hours';

/** 应急发布台账: what was published before its review, and by when the review is owed. */
@Injectable()
export class Emergencies {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly regulations: Regulations,
  ) {}

  list(
    ctx: SiteCtx,
    filter: { state?: EmergencyState; articleId?: number },
    request: PageRequest,
  ): Promise<Page<EmergencyPublication>> {
    const parts: Where<EmergencyPublication>[] = [filter];
    return this.db
      .site(ctx, EmergencyPublication)
      .page({ where: allOf(...parts), order: { id: 'DESC' } }, request);
  }

  async get(ctx: SiteCtx, id: number): Promise<EmergencyPublication> {
    const emergency = await this.db.site(ctx, EmergencyPublication).findOne({ id });
    if (!emergency) throw emergencyNotFound({ id });
    return emergency;
  }

  /** Of these revisions, what was published before its review. */
  async ofRevisions(
    ctx: SiteCtx,
    revisionIds: readonly number[],
  ): Promise<Map<number, EmergencyPublication>> {
    if (revisionIds.length === 0) return new Map();
    const where = { revisionId: In([...revisionIds]) };
    const rows = await this.db.site(ctx, EmergencyPublication).find({ where });
    return new Map(rows.map((row) => [row.revisionId, row]));
  }

  /** Owed longer than allowed. */
  overdue(ctx: SiteCtx): Promise<EmergencyPublication[]> {
    return this.db.site(ctx, EmergencyPublication).find({
      where: { state: 'pending', dueAt: LessThan(ctx.now) },
      order: { dueAt: 'ASC' },
      take: 100,
    });
  }

  /** 补审期限: the site's working hours, and never later than the regulation. */
  dueAt(ctx: SiteCtx): Date {
    const regulation = this.regulations.for(ctx.site);
    const own = afterWorkingHours(ctx.now, this.settings.get(ctx, emergencyHours), regulation.calendar);
    const latest = dueAfter(ctx.now, regulation.emergency.paperwork.value, regulation.calendar);
    return own < latest ? own : latest;
  }

  /** Whether this person may publish this article before its review, at this site. */
  mayPublish(ctx: EditorCtx, article: Article): boolean {
    if (!canDo(ctx, 'publishUrgently', article)) return false;
    switch (this.settings.get(ctx, emergencyPublishers)) {
      case 'both':
        return true;
      case 'finalReviewer':
        return canDo(ctx, 'passFinal', article);
      case 'siteAdmin':
        return canDo(ctx, 'create', 'Membership');
      default:
        return false;
    }
  }
}
