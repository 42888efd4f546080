import { defineError } from '@zhanqun/kernel';

export interface SettingFault {
  readonly key: string;
  readonly message: string;
}

export const themeNotInstalled = defineError<{ name: string }>(
  'theming.theme.notInstalled',
  'invalid',
  ({ name }) => `没有安装名为“${name}”的主题，请从列表中选择`,
);

export const themeHasErrors = defineError<{ name: string; findings: string[] }>(
  'theming.theme.hasErrors',
  'conflict',
  ({ name }) => `主题“${name}”检查未通过，不能启用；请联系技术人员修正后再试`,
);

export const settingsInvalid = defineError<{ faults: SettingFault[] }>(
  'theming.settings.invalid',
  'invalid',
  ({ faults }) => `有 ${faults.length} 项设置需要修改：${faults.map(({ message }) => message).join('；')}`,
);

export const settingsStale = defineError<{ version: number }>(
  'theming.settings.stale',
  'conflict',
  () => '站点外观刚刚被他人修改过，请刷新后重新设置',
);

export const previewUnavailable = defineError<{ path: string }>(
  'theming.preview.unavailable',
  'unavailable',
  () => '暂时无法生成预览，请稍后再试',
);
