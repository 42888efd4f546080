import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import { SiteNameView } from '../finding/finding.dto';
import { rectificationState, type RectificationMove } from './rectification-state';
import { RECTIFICATION_STATES, type Rectification } from './rectification.entity';

export class RectificationQuery extends PageQuery {
  /** A state, or `running` for all that are not closed. */
  @IsOptional()
  @IsIn([...RECTIFICATION_STATES, 'running'])
  state?: (typeof RECTIFICATION_STATES)[number] | 'running';

  /** Key of a site of the network. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  about?: string;
}

export class FixedDto {
  @Length(2, 2000, { message: '请说明整改情况（2 至 2000 字）' })
  note: string;
}

export class ExtendDto {
  @IsInt({ message: '延长的天数须为整数个工作日' })
  @Min(1, { message: '至少延长 1 个工作日' })
  @Max(30, { message: '至多延长 30 个工作日' })
  workingDays: number;

  @Length(2, 500, { message: '请写明延期理由（2 至 500 字）' })
  reason: string;
}

export class RectificationView {
  id: number;
  findingId: number;
  site: SiteNameView;
  organisationId: number;
  organisationName: string;
  state: (typeof RECTIFICATION_STATES)[number];
  title: string;
  demand: string;
  workingDays: number;
  dueOn: string;
  /** Working days left; negative when overdue. */
  workingDaysLeft: number;
  isOverdue: boolean;
  dispatchedAt: Date;
  acceptedAt: Date | null;
  fixedNote: string | null;
  fixedAt: Date | null;
  verifiedAt: Date | null;
  returnedReason: string | null;
  extensionReason: string;
  closedAt: Date | null;
  /** Moves the state allows; what the person may do is decided by their rights. */
  moves: string[];
}

export class RectificationPageView {
  items: RectificationView[];
  total: number;
  page: number;
  pageSize: number;
}

export interface RectificationContext {
  readonly site: SiteNameView;
  readonly organisationName: string;
  readonly workingDaysLeft: number;
}

export function toRectificationView(row: Rectification, around: RectificationContext): RectificationView {
  const moves: RectificationMove[] = rectificationState.movesFrom(row.state);
  return {
    id: row.id,
    findingId: row.findingId,
    site: around.site,
    organisationId: row.organisationId,
    organisationName: around.organisationName,
    state: row.state,
    title: row.title,
    demand: row.demand,
    workingDays: row.workingDays,
    dueOn: row.dueOn,
    workingDaysLeft: around.workingDaysLeft,
    isOverdue: around.workingDaysLeft < 0 && moves.includes('reportFixed'),
    dispatchedAt: row.dispatchedAt,
    acceptedAt: row.acceptedAt,
    fixedNote: row.fixedNote,
    fixedAt: row.fixedAt,
    verifiedAt: row.verifiedAt,
    returnedReason: row.returnedReason,
    extensionReason: row.extensionReason,
    closedAt: row.closedAt,
    moves: moves.filter((move) => move !== 'verify'),
  };
}
