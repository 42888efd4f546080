import { Allow, IsBoolean, IsOptional } from 'class-validator';
import type { SettingLevel, SettingType } from './setting';
import type { EffectiveSetting } from './settings';

export class ChangeSettingDto {
  /** Of the type that the declaration names. */
  @Allow()
  value: unknown;

  /** Levels below may not change it. */
  @IsOptional()
  @IsBoolean()
  lock?: boolean;
}

export class SettingChoiceView {
  value: string;
  label: string;
}

export class SettingView {
  key: string;
  label: string;
  type: SettingType;
  help: string;
  choices: SettingChoiceView[];
  levels: SettingLevel[];
  /** The value that holds here. */
  value: unknown;
  defaultValue: unknown;
  /** Level the value comes from; `default` = nobody set it. */
  from: string;
  /** Level above that locked it; null when it may be changed here. */
  lockedBy: string | null;
  isOwn: boolean;
  isEditable: boolean;
  isLocked: boolean;
}

export function toSettingView(effective: EffectiveSetting): SettingView {
  const { setting, value, from, lockedBy, isOwn, isEditable, isLocked } = effective;
  return {
    key: setting.key,
    label: setting.label,
    type: setting.type,
    help: setting.help ?? '',
    choices: [...(setting.choices ?? [])],
    levels: [...setting.levels],
    value,
    defaultValue: setting.default,
    from,
    lockedBy,
    isOwn,
    isEditable,
    isLocked,
  };
}
