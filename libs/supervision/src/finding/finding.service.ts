import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type Page, type PageRequest } from '@zhanqun/kernel';
import { allOf, Audit, containing, Db, In, readable } from '@zhanqun/platform';
import type { Severity } from '../indicator/indicator';
import { findingState } from './finding-state';
import { Finding, type FindingState } from './finding.entity';
import { findingNotFound } from './finding.errors';

export interface FindingFilter {
  readonly state?: FindingState | 'standing' | undefined;
  readonly severity?: Severity | undefined;
  readonly indicator?: string | undefined;
  readonly aboutSiteId?: number | undefined;
  readonly q?: string | undefined;
}

/** 问题: what supervisors see of their network and the owners of their own site. */
@Injectable()
export class FindingService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(ctx: EditorCtx, filter: FindingFilter, paging: PageRequest): Promise<Page<Finding>> {
    const { state, severity, indicator, aboutSiteId, q } = filter;
    const where = {
      ...(state === 'standing' ? { state: In(['open', 'dispatched']) } : {}),
      ...(state && state !== 'standing' ? { state } : {}),
      ...(severity ? { severity } : {}),
      ...(indicator ? { indicatorCode: indicator } : {}),
      ...(aboutSiteId === undefined ? {} : { aboutSiteId }),
      ...(q ? { title: containing(q) } : {}),
    };
    return this.db
      .shared(ctx, Finding)
      .page(
        { where: allOf<Finding>(where, readable(ctx, Finding)), order: { lastSeenAt: 'DESC', id: 'DESC' } },
        paging,
      );
  }

  async get(ctx: EditorCtx, id: number): Promise<Finding> {
    const finding = await this.db
      .shared(ctx, Finding)
      .findOne(allOf<Finding>({ id }, readable(ctx, Finding)));
    if (!finding) throw findingNotFound({ id });
    return finding;
  }

  /** 不予认定: a supervisor says why this is no fault; the next patrol does not bring it back. */
  async dismiss(ctx: EditorCtx, id: number, reason: string): Promise<Finding> {
    return this.db.transaction(ctx, async (ctx) => {
      const finding = await this.get(ctx, id);
      must(ctx, 'dispatch', finding);
      finding.state = findingState.next('dismiss', finding.state);
      finding.dismissedReason = reason;
      await this.db.shared(ctx, Finding).save(finding);
      await this.audit.record(ctx, {
        action: 'dismiss',
        subject: 'Finding',
        subjectId: id,
        summary: `不予认定：${finding.title}（${reason}）`,
      });
      return finding;
    });
  }
}
