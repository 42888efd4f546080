import { Controller, Get, Query } from '@nestjs/common';
import type { EditorCtx, StaffCtx } from '@zhanqun/kernel';
import { Requires } from '../http/access';
import { Caller, Editor } from '../http/request-context';
import { SiteDirectory } from '../http/site-directory';
import { Audit, type AuditFilter } from './audit';
import {
  AuditPageView,
  AuditQuery,
  ChainVerdictView,
  toAuditEntryView,
  toChainVerdictView,
} from './audit.dto';

/** 审计日志 of the whole platform: the audit administrator's desk. */
@Controller('audit')
export class AuditController {
  constructor(
    private readonly audit: Audit,
    private readonly directory: SiteDirectory,
  ) {}

  @Get()
  @Requires('read', 'AuditEntry')
  async list(@Caller() ctx: StaffCtx, @Query() query: AuditQuery): Promise<AuditPageView> {
    const page = await this.audit.list(ctx, { ...filterOf(query), ...this.chainOf(query.about) }, query);
    return { ...page, items: page.items.map((entry) => toAuditEntryView(entry, this.directory)) };
  }

  /** Walks every chain and tells whether it is whole. */
  @Get('verify')
  @Requires('read', 'AuditEntry')
  async verify(@Caller() ctx: StaffCtx): Promise<ChainVerdictView[]> {
    const verdicts: ChainVerdictView[] = [];
    for (const siteId of await this.audit.chains(ctx))
      verdicts.push(toChainVerdictView(siteId, await this.audit.verify(ctx, siteId), this.directory));
    return verdicts;
  }

  private chainOf(about: string | undefined): AuditFilter {
    if (about === undefined) return {};
    return { siteId: about === 'platform' ? null : (this.directory.byKey(about)?.id ?? -1) };
  }
}

/** 本站审计日志: what was done at one site. */
@Controller('sites/:site/audit')
export class SiteAuditController {
  constructor(
    private readonly audit: Audit,
    private readonly directory: SiteDirectory,
  ) {}

  @Get()
  @Requires('read', 'AuditEntry')
  async list(@Editor() ctx: EditorCtx, @Query() query: AuditQuery): Promise<AuditPageView> {
    const page = await this.audit.list(ctx, { ...filterOf(query), siteId: ctx.site.id }, query);
    return { ...page, items: page.items.map((entry) => toAuditEntryView(entry, this.directory)) };
  }
}

function filterOf({ account, action, subject, subjectId, outcome, from, to, q }: AuditQuery): AuditFilter {
  return {
    ...(account === undefined ? {} : { accountId: account }),
    ...(action ? { action } : {}),
    ...(subject ? { subject } : {}),
    ...(subjectId ? { subjectId } : {}),
    ...(outcome ? { outcome } : {}),
    ...(from ? { from: new Date(from) } : {}),
    ...(to ? { to: new Date(to) } : {}),
    ...(q ? { text: q } : {}),
  };
}
