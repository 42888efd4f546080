import { manifestFaults } from '../../theme/theme-manifest';
import { settingFaults } from '../../settings/setting-rules';
import type { ThemeRule } from '../rule';

/** theme.json: every field there, every default acceptable by the declaration itself. */
export const manifestRule: ThemeRule = {
  code: 'T001',
  severity: 'error',
  help: '补全 theme.json：name、label、version、extends、templates、settings、regions；默认值须符合自身的类型。',
  *check({ folder }) {
    for (const fault of manifestFaults(folder.manifest, folder.manifest.name))
      yield { message: `theme.json：${fault}` };
    const declared = Object.entries(folder.manifest.settings).filter(
      ([, setting]) => setting.default !== undefined,
    );
    const defaults = Object.fromEntries(declared.map(([key, setting]) => [key, setting.default]));
    for (const { key, message } of settingFaults(defaults, folder.manifest.settings))
      yield { message: `theme.json 设置 ${key} 的默认值：${message}` };
  },
};
