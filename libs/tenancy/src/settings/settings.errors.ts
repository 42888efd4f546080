import { defineError } from '@zhanqun/kernel';
import type { SettingLevel } from './setting';

const LEVEL_NAMES: Readonly<Record<SettingLevel, string>> = {
  platform: '平台',
  portal: '门户',
  site: '本站',
};

export const settingUnknown = defineError<{ key: string }>(
  'tenancy.setting.unknown',
  'notFound',
  ({ key }) => `没有名为“${key}”的设置项`,
);

export const settingLocked = defineError<{ key: string; label: string; lockedBy: SettingLevel }>(
  'tenancy.setting.locked',
  'forbidden',
  ({ label, lockedBy }) =>
    `“${label}”已由${LEVEL_NAMES[lockedBy]}统一设定，本站不能修改；如需调整，请联系${LEVEL_NAMES[lockedBy]}管理员`,
);

export const settingLevelWrong = defineError<{ key: string; label: string; level: SettingLevel }>(
  'tenancy.setting.levelWrong',
  'forbidden',
  ({ label, level }) => `“${label}”不能在${LEVEL_NAMES[level]}一级设置`,
);

export const settingLockRefused = defineError<{ key: string; label: string }>(
  'tenancy.setting.lockRefused',
  'invalid',
  ({ label }) => `“${label}”在本站以下没有可锁定的层级，只有平台和门户可以锁定设置`,
);

export const settingInvalid = defineError<{ key: string; label: string; fault: string }>(
  'tenancy.setting.invalid',
  'invalid',
  ({ label, fault }) => `“${label}”${fault}`,
);
