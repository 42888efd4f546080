import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import { SEVERITIES, type Severity } from '../check-hit';
import { RULE_LEVELS, type RuleLevel } from '../check-rules';
import { LEXICON_KINDS, type LexiconKind } from '../lexicon';

const given = (_: unknown, value: unknown): boolean => value !== null && value !== undefined;

export class TermFieldsDto {
  @IsOptional()
  @IsString()
  right?: string;

  /** Null: as the rule of the kind says. */
  @ValidateIf(given)
  @IsIn(SEVERITIES)
  severity?: Severity | null;

  @IsOptional()
  @IsString()
  reason?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  notAfter?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  notBefore?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  within?: string[];

  @IsOptional()
  @IsBoolean()
  isQuotable?: boolean;

  @IsOptional()
  @IsString()
  category?: string;

  /** Places below may not touch it. */
  @IsOptional()
  @IsBoolean()
  isLocked?: boolean;
}

export class AddTermDto extends TermFieldsDto {
  @IsString({ message: '请填写错误写法' })
  wrong: string;

  @IsIn(LEXICON_KINDS, { message: '请选择类别' })
  kind: LexiconKind;
}

export class EditTermDto extends TermFieldsDto {
  @IsOptional()
  @IsIn(LEXICON_KINDS)
  kind?: LexiconKind;

  @IsOptional()
  @IsBoolean()
  isOff?: boolean;
}

/** What this place makes of an inherited word; neither switched off nor with a severity: as inherited. */
export class StandOnTermDto {
  @IsString()
  @MaxLength(100)
  wrong: string;

  @ValidateIf(given)
  @IsIn(SEVERITIES)
  severity?: Severity | null;

  @IsOptional()
  @IsBoolean()
  isOff?: boolean;

  @IsOptional()
  @IsBoolean()
  isLocked?: boolean;
}

export class TermQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(LEXICON_KINDS)
  kind?: LexiconKind;

  /** `own` words, `changed` inherited ones, `inherited`, or those switched `off`. */
  @IsOptional()
  @IsIn(['own', 'changed', 'inherited', 'off'])
  show?: 'own' | 'changed' | 'inherited' | 'off';
}

export class ImportTermsQuery {
  /** `true`: only tells what would happen. */
  @IsOptional()
  @IsIn(['true', 'false'])
  dryRun?: 'true' | 'false';
}

export class ExportTermsQuery {
  @IsOptional()
  @IsIn(['own', 'all'])
  which?: 'own' | 'all';
}

export class SetRuleDto {
  @IsIn(RULE_LEVELS, { message: '请选择级别' })
  level: RuleLevel;

  @IsOptional()
  @IsBoolean()
  isLocked?: boolean;
}
