import { Type } from 'class-transformer';
import { IsDateString, IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page-query.dto';
import type { SiteDirectory } from '../http/site-directory';
import type { AuditVerdict } from './audit';
import { AUDIT_OUTCOMES, type AuditEntry } from './audit-entry.entity';

export class AuditQuery extends PageQuery {
  /** Key of a site; `platform` for the platform's own chain; absent for all. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  about?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '账号须为编号' })
  account?: number;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  action?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  subject?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  subjectId?: string;

  @IsOptional()
  @IsIn(AUDIT_OUTCOMES)
  outcome?: (typeof AUDIT_OUTCOMES)[number];

  @IsOptional()
  @IsDateString({}, { message: '起始时间须为日期时间' })
  from?: string;

  @IsOptional()
  @IsDateString({}, { message: '截止时间须为日期时间' })
  to?: string;

  /** Words in the summary. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class AuditEntryView {
  id: number;
  seq: number;
  site: string | null;
  at: Date;
  accountId: number | null;
  actorName: string;
  address: string | null;
  action: string;
  subject: string;
  subjectId: string | null;
  outcome: 'done' | 'refused';
  summary: string;
  hash: string;
}

export class AuditPageView {
  items: AuditEntryView[];
  total: number;
  page: number;
  pageSize: number;
}

export class ChainVerdictView {
  /** Key of the site; null for the platform's own chain. */
  site: string | null;
  siteName: string;
  isIntact: boolean;
  /** Entries looked at. */
  checked: number;
  brokenAt: number | null;
  fault: string | null;
}

export function toAuditEntryView(entry: AuditEntry, directory: SiteDirectory): AuditEntryView {
  return {
    id: entry.id,
    seq: entry.seq,
    site: entry.siteId === null ? null : (directory.byId(entry.siteId)?.name ?? null),
    at: entry.at,
    accountId: entry.accountId,
    actorName: entry.actorName,
    address: entry.address,
    action: entry.action,
    subject: entry.subject,
    subjectId: entry.subjectId,
    outcome: entry.outcome,
    summary: entry.summary,
    hash: entry.hash,
  };
}

export function toChainVerdictView(
  siteId: number | null,
  { isIntact, checked, broken }: AuditVerdict,
  directory: SiteDirectory,
): ChainVerdictView {
  const site = siteId === null ? undefined : directory.byId(siteId);
  return {
    site: site?.key ?? null,
    siteName: siteId === null ? '平台' : (site?.name ?? '（已撤销的站点）'),
    isIntact,
    checked,
    brokenAt: broken?.seq ?? null,
    fault: broken?.fault ?? null,
  };
}
