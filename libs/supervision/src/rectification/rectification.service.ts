import { Injectable } from '@nestjs/common';
import {
  atSite,
  must,
  shanghaiDay,
  type EditorCtx,
  type Page,
  type PageRequest,
  type SiteCtx,
} from '@zhanqun/kernel';
import { allOf, Audit, Db, In, SiteDirectory, readable } from '@zhanqun/platform';
import { Regulations } from '@zhanqun/tenancy';
import { findingState } from '../finding/finding-state';
import { Finding } from '../finding/finding.entity';
import { findingNotFound } from '../finding/finding.errors';
import { Inspection } from '../patrol/inspection';
import { RectificationNews } from './rectification-news';
import { rectificationState, RUNNING, type RectificationMove } from './rectification-state';
import { Rectification, type RectificationState } from './rectification.entity';
import { extensionTooEarly, rectificationNotFound } from './rectification.errors';

export interface DispatchOrder {
  readonly organisationId: number;
  readonly workingDays: number;
  readonly demand: string;
}

export interface RectificationFilter {
  readonly state?: RectificationState | 'running' | 'overdue' | undefined;
  readonly aboutSiteId?: number | undefined;
}

/** 整改: dispatch → accept → report fixed → the machine looks again → close. */
@Injectable()
export class RectificationService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly regulations: Regulations,
    private readonly inspection: Inspection,
    private readonly directory: SiteDirectory,
    private readonly news: RectificationNews,
  ) {}

  /** 派发: hands a finding to the organisation that owns the fault, with a deadline in working days. */
  async dispatch(ctx: EditorCtx, findingId: number, order: DispatchOrder): Promise<Rectification> {
    return this.db.transaction(ctx, async (ctx) => {
      const findings = this.db.shared(ctx, Finding);
      const finding = await findings.findOne(allOf<Finding>({ id: findingId }, readable(ctx, Finding)), {
        lock: 'write',
      });
      if (!finding) throw findingNotFound({ id: findingId });
      must(ctx, 'dispatch', finding);
      finding.state = findingState.next('dispatch', finding.state);
      await findings.save(finding);

      const rows = this.db.shared(ctx, Rectification);
      const { calendar } = this.regulations.for(ctx.site);
      const rectification = await rows.save(
        rows.build({
          findingId,
          aboutSiteId: finding.aboutSiteId,
          portalId: finding.portalId,
          organisationId: order.organisationId,
          title: finding.title,
          demand: order.demand,
          workingDays: order.workingDays,
          dueOn: calendar.addWorkingDays(shanghaiDay(ctx.now), order.workingDays),
          dispatchedById: ctx.actor.accountId,
          dispatchedAt: ctx.now,
        }),
      );
      await this.record(ctx, rectification, 'dispatch', `派发整改：${finding.title}`);
      return rectification;
    });
  }

  /** 签收. */
  async accept(ctx: EditorCtx, id: number): Promise<Rectification> {
    return this.move(ctx, id, 'accept', 'accept', '签收整改单', () => ({
      acceptedById: ctx.actor.accountId,
      acceptedAt: ctx.now,
    }));
  }

  /** 报告整改完成, after which the machine looks again at once. */
  async reportFixed(ctx: EditorCtx, id: number, note: string): Promise<Rectification> {
    await this.move(ctx, id, 'fix', 'reportFixed', '报告整改完成', () => ({
      fixedNote: note,
      fixedById: ctx.actor.accountId,
      fixedAt: ctx.now,
    }));
    return this.recheck(ctx, id);
  }

  /**
   * 复核 by machine: measures the finding's indicator again at its site. Gone → verified; still there →
   * returned to the owner with what was seen. Called again on a returned or running one, it only
   * refreshes the finding.
   */
  async recheck(ctx: EditorCtx, id: number): Promise<Rectification> {
    const rectification = await this.get(ctx, id);
    const finding = await this.findingOf(ctx, rectification);
    const site = this.directory.byId(rectification.aboutSiteId);
    const result = site ? await this.inspection.inspect(atSite(ctx, site), [finding.indicatorCode]) : null;
    if (!result || result.failures.length > 0 || rectification.state !== 'fixed') return rectification;

    const after = await this.findingOf(ctx, rectification);
    if (after.state === 'cleared')
      return this.settle(ctx, id, 'verify', '机器复核通过', { verifiedAt: ctx.now, returnedReason: null });
    return this.settle(ctx, id, 'return', '机器复核未通过', {
      returnedReason: `机器复核时问题仍然存在：${after.title}`,
    });
  }

  /** 办结, by the supervisor once the machine agrees. */
  async close(ctx: EditorCtx, id: number): Promise<Rectification> {
    return this.move(ctx, id, 'close', 'close', '整改办结', () => ({
      closedById: ctx.actor.accountId,
      closedAt: ctx.now,
    }));
  }

  /** 退回重改, by the supervisor, although the machine agreed. */
  async giveBack(ctx: EditorCtx, id: number, reason: string): Promise<Rectification> {
    return this.move(ctx, id, 'close', 'return', '退回重新整改', () => ({ returnedReason: reason }));
  }

  /** 延期: a new last day, counted in working days from the old one. */
  async extend(ctx: EditorCtx, id: number, workingDays: number, reason: string): Promise<Rectification> {
    return this.move(ctx, id, 'close', 'extend', '延长整改期限', (rectification) => {
      const { calendar } = this.regulations.for(ctx.site);
      const dueOn = calendar.addWorkingDays(rectification.dueOn, workingDays);
      if (dueOn <= rectification.dueOn) throw extensionTooEarly({ dueOn: rectification.dueOn });
      return { dueOn, extensionReason: reason, workingDays: rectification.workingDays + workingDays };
    });
  }

  async get(ctx: EditorCtx, id: number): Promise<Rectification> {
    const row = await this.db
      .shared(ctx, Rectification)
      .findOne(allOf<Rectification>({ id }, readable(ctx, Rectification)));
    if (!row) throw rectificationNotFound({ id });
    return row;
  }

  async list(ctx: EditorCtx, filter: RectificationFilter, paging: PageRequest): Promise<Page<Rectification>> {
    const { state, aboutSiteId } = filter;
    const where = {
      ...(state === 'running' ? { state: In(RUNNING) } : {}),
      ...(state && state !== 'running' && state !== 'overdue' ? { state } : {}),
      ...(aboutSiteId === undefined ? {} : { aboutSiteId }),
    };
    return this.db.shared(ctx, Rectification).page(
      {
        where: allOf<Rectification>(where, readable(ctx, Rectification)),
        order: { dueOn: 'ASC', id: 'ASC' },
      },
      paging,
    );
  }

  private async findingOf(ctx: SiteCtx, { findingId }: Rectification): Promise<Finding> {
    const finding = await this.db.shared(ctx, Finding).findOne({ id: findingId });
    if (!finding) throw findingNotFound({ id: findingId });
    return finding;
  }

  private async move(
    ctx: EditorCtx,
    id: number,
    right: string,
    move: RectificationMove,
    summary: string,
    changes: (row: Rectification) => Partial<Rectification>,
  ): Promise<Rectification> {
    return this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.shared(ctx, Rectification);
      const row = await rows.findOne(allOf<Rectification>({ id }, readable(ctx, Rectification)), {
        lock: 'write',
      });
      if (!row) throw rectificationNotFound({ id });
      must(ctx, right, row);
      return this.apply(ctx, row, move, summary, changes(row));
    });
  }

  /** The machine's own move: no person's right is asked, the state table still is. */
  private async settle(
    ctx: EditorCtx,
    id: number,
    move: RectificationMove,
    summary: string,
    changes: Partial<Rectification>,
  ): Promise<Rectification> {
    return this.db.transaction(ctx, async (ctx) => {
      const row = await this.db.shared(ctx, Rectification).findOne({ id }, { lock: 'write' });
      if (!row) throw rectificationNotFound({ id });
      return this.apply(ctx, row, move, summary, changes);
    });
  }

  private async apply(
    ctx: EditorCtx,
    row: Rectification,
    move: RectificationMove,
    summary: string,
    changes: Partial<Rectification>,
  ): Promise<Rectification> {
    Object.assign(row, changes, { state: rectificationState.next(move, row.state) });
    await this.db.shared(ctx, Rectification).save(row);
    await this.record(ctx, row, move, `${summary}：${row.title}`);
    return row;
  }

  private async record(
    ctx: EditorCtx,
    row: Rectification,
    action: RectificationMove | 'dispatch',
    summary: string,
  ): Promise<void> {
    const site = this.directory.byId(row.aboutSiteId);
    const where = site ? atSite(ctx, site) : ctx;
    await this.audit.record(where, { action, subject: 'Rectification', subjectId: row.id, summary });
    await this.news.tell(ctx, row, action, summary);
  }
}
