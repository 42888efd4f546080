import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import { Type } from 'class-transformer';
import { FINDING_STATES, type Finding } from './finding.entity';

export class FindingQuery extends PageQuery {
  /** A state, or `standing` for open and dispatched together. */
  @IsOptional()
  @IsIn([...FINDING_STATES, 'standing'])
  state?: (typeof FINDING_STATES)[number] | 'standing';

  @IsOptional()
  @IsIn(['veto', 'deduction', 'warning'])
  severity?: 'veto' | 'deduction' | 'warning';

  @IsOptional()
  @IsString()
  @MaxLength(20)
  indicator?: string;

  /** Key of a site of the network. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  about?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class DispatchDto {
  @Type(() => Number)
  @IsInt({ message: '请选择负责整改的单位' })
  organisationId: number;

  /** Working days to put it right. */
  @IsInt({ message: '整改期限须为整数个工作日' })
  @Min(1, { message: '整改期限至少 1 个工作日' })
  @Max(60, { message: '整改期限至多 60 个工作日' })
  workingDays: number;

  @Length(2, 2000, { message: '请写明整改要求（2 至 2000 字）' })
  demand: string;
}

export class ReasonDto {
  @Length(2, 500, { message: '请写明理由（2 至 500 字）' })
  reason: string;
}

export class EvidenceView {
  label: string;
  value: string;
}

export class SiteNameView {
  id: number;
  key: string;
  name: string;
}

export class FindingView {
  id: number;
  site: SiteNameView;
  indicator: string;
  severity: 'veto' | 'deduction' | 'warning';
  title: string;
  url: string;
  evidence: EvidenceView[];
  ruleText: string;
  ruleSource: string;
  state: (typeof FINDING_STATES)[number];
  firstSeenAt: Date;
  lastSeenAt: Date;
  clearedAt: Date | null;
  dismissedReason: string;
}

export class FindingPageView {
  items: FindingView[];
  total: number;
  page: number;
  pageSize: number;
}

export function toFindingView(finding: Finding, site: SiteNameView): FindingView {
  return {
    id: finding.id,
    site,
    indicator: finding.indicatorCode,
    severity: finding.severity,
    title: finding.title,
    url: finding.url,
    evidence: [...finding.evidence],
    ruleText: finding.ruleText,
    ruleSource: finding.ruleSource,
    state: finding.state,
    firstSeenAt: finding.firstSeenAt,
    lastSeenAt: finding.lastSeenAt,
    clearedAt: finding.clearedAt,
    dismissedReason: finding.dismissedReason,
  };
}
