import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { MayBeNull, MayLack, PageQuery } from '@zhanqun/platform';
import { SEVERITIES, type Severity } from '../check-hit';
import { RULE_LEVELS, type RuleLevel } from '../check-rules';
import { LEXICON_KINDS, type LexiconKind } from '../lexicon';

export class TermFieldsDto {
  @MayLack()
  @IsString()
  right?: string;

  /** Null: as the rule of the kind says. */
  @MayBeNull()
  @IsIn(SEVERITIES)
  severity?: Severity | null;

  @MayLack()
  @IsString()
  reason?: string;

  @MayLack()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  notAfter?: string[];

  @MayLack()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  notBefore?: string[];

  @MayLack()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  within?: string[];

  @MayLack()
  @IsBoolean()
  isQuotable?: boolean;

  @MayLack()
  @IsString()
  category?: string;

  /** Places below may not touch it. */
  @MayLack()
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
  @MayLack()
  @IsIn(LEXICON_KINDS)
  kind?: LexiconKind;

  @MayLack()
  @IsBoolean()
  isOff?: boolean;
}

/** What this place makes of an inherited word; neither switched off nor with a severity: as inherited. */
export class StandOnTermDto {
  @IsString()
  @MaxLength(100)
  wrong: string;

  @MayBeNull()
  @IsIn(SEVERITIES)
  severity?: Severity | null;

  @MayLack()
  @IsBoolean()
  isOff?: boolean;

  @MayLack()
  @IsBoolean()
  isLocked?: boolean;
}

export class TermQuery extends PageQuery {
  @MayLack()
  @IsString()
  @MaxLength(100)
  q?: string;

  @MayLack()
  @IsIn(LEXICON_KINDS)
  kind?: LexiconKind;

  /** `own` words, `changed` inherited ones, `inherited`, or those switched `off`. */
  @MayLack()
  @IsIn(['own', 'changed', 'inherited', 'off'])
  show?: 'own' | 'changed' | 'inherited' | 'off';
}

export class ImportTermsQuery {
  /** `true`: only tells what would happen. */
  @MayLack()
  @IsIn(['true', 'false'])
  dryRun?: 'true' | 'false';
}

export class ExportTermsQuery {
  @MayLack()
  @IsIn(['own', 'all'])
  which?: 'own' | 'all';
}

export class SetRuleDto {
  @IsIn(RULE_LEVELS, { message: '请选择级别' })
  level: RuleLevel;

  @MayLack()
  @IsBoolean()
  isLocked?: boolean;
}
