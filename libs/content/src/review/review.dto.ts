import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MayBeNull, PageQuery } from '@zhanqun/platform';
import { MOST_AT_ONCE } from './batch/batch-passing';
import { EMERGENCY_STATES, type EmergencyState } from './emergency/emergency.entity';
import { REVIEWER_ROLES, type ReviewerRole } from './plan/review-plan';
import { REMARK_FIELDS, type RemarkField } from './remark/review-remark.entity';
import { IMPORTANCES, REVIEW_STEPS, type Importance, type ReviewStepName } from './review';
import { SECRECY_OPINIONS, type SecrecyOpinion } from './secrecy/secrecy-record.entity';

export class SecrecyVerdictDto {
  @IsIn(SECRECY_OPINIONS, { message: '请选择审查结论' })
  opinion: SecrecyOpinion;

  @IsString({ message: '请填写审查依据' })
  grounds: string;
}

export class PassDto {
  /** Needed only where the person could pass more than one step. */
  @IsOptional()
  @IsIn(REVIEW_STEPS)
  step?: ReviewStepName;

  @IsOptional()
  @IsString()
  opinion?: string;

  /** Version of the words that were read. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;

  /** For 保密审查. */
  @IsOptional()
  @ValidateNested()
  @Type(() => SecrecyVerdictDto)
  secrecy?: SecrecyVerdictDto;
}

export class ReturnDto {
  /** An earlier step of this review. */
  @IsIn(REVIEW_STEPS, { message: '请选择退到哪个环节' })
  to: ReviewStepName;

  @IsString({ message: '请写明退回的理由' })
  reason: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

export class ReviewersEditsDto {
  @IsOptional()
  @IsString()
  title?: string;

  @IsOptional()
  @IsString()
  subtitle?: string;

  @IsOptional()
  @IsString()
  summary?: string;

  @IsOptional()
  @IsString()
  body?: string;
}

export class PassWithEditsDto {
  @IsIn(REVIEW_STEPS)
  step: ReviewStepName;

  @IsInt()
  @Min(1)
  version: number;

  @ValidateNested()
  @Type(() => ReviewersEditsDto)
  edits: ReviewersEditsDto;

  @IsOptional()
  @IsString()
  opinion?: string;
}

export class ClaimDto {
  @IsIn(REVIEW_STEPS)
  step: ReviewStepName;
}

export class ReassignDto extends ClaimDto {
  @IsInt({ message: '请选择改派给谁' })
  accountId: number;
}

export class UrgentDto {
  @IsString({ message: '请写明应急发布的理由' })
  reason: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

export class BatchItemDto {
  @IsInt()
  id: number;

  @IsInt()
  @Min(1)
  version: number;
}

export class BatchPassDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE, { message: `一次最多批量通过 ${MOST_AT_ONCE} 篇` })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BatchItemDto)
  items: BatchItemDto[];
}

export class RemarkDto {
  @IsIn(REMARK_FIELDS)
  field: RemarkField;

  /** Words of the text; empty for the whole field. */
  @IsString()
  @MaxLength(500, { message: '批注的原文最长 500 字' })
  quote: string;

  /** Which occurrence of them, from 0. */
  @IsInt()
  @Min(0)
  nth: number;

  @IsString({ message: '请写下批注内容' })
  words: string;
}

export class DelegationDto {
  /** Who is away; left out = the caller. */
  @IsOptional()
  @IsInt()
  fromId?: number;

  @IsInt({ message: '请选择受托人' })
  toId: number;

  @IsString({ message: '请填写开始日期' })
  startsOn: string;

  @IsString({ message: '请填写结束日期' })
  endsOn: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

export class StepWhoDto {
  @IsIn(REVIEWER_ROLES, { message: '请为每个环节选择审核角色' })
  role: ReviewerRole;

  /** 限某部门: only its people. */
  @MayBeNull()
  @IsInt()
  organisationId: number | null;

  /** Named accounts alone; empty = everybody with the role. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsInt({ each: true })
  accountIds: number[];
}

export class PlannedStepDto {
  @IsIn(REVIEW_STEPS)
  key: ReviewStepName;

  @IsString()
  @MaxLength(20)
  name: string;

  @IsBoolean()
  isParallel: boolean;

  @ValidateNested()
  @Type(() => StepWhoDto)
  who: StepWhoDto;
}

export class ReviewTemplateDto {
  /** Code of an article kind, or `*` for all. */
  @IsString()
  @MaxLength(40)
  kind: string;

  @IsIn(IMPORTANCES)
  importance: Importance;

  @IsString({ message: '请填写模板名称' })
  @MaxLength(50)
  name: string;

  @IsArray()
  @ArrayMaxSize(5, { message: '审核环节最多 5 个' })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PlannedStepDto)
  steps: PlannedStepDto[];

  @IsBoolean()
  isTrusted: boolean;

  @IsBoolean()
  isLocked: boolean;
}

export class EmergencyQuery extends PageQuery {
  @IsOptional()
  @IsIn(EMERGENCY_STATES)
  state?: EmergencyState;
}

export class FailDto {
  @IsString({ message: '请写明未通过的理由' })
  reason: string;
}
