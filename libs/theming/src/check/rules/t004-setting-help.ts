import type { ThemeRule } from '../rule';

/** Types that are empty when nothing is declared, and read well so. */
const MAY_LACK_DEFAULT = new Set(['image', 'channel', 'channels', 'links', 'richText']);

/** An official sets these without seeing the templates: a label alone does not tell what will happen. */
export const settingHelpRule: ThemeRule = {
  code: 'T004',
  severity: 'warning',
  help: '给 theme.json 的每项设置写 help（改了会怎样、写什么）和 default（不改时用什么）。',
  *check({ folder }) {
    for (const [key, { type, help, ...setting }] of Object.entries(folder.manifest.settings)) {
      if (!help) yield { message: `设置 ${key} 没有 help` };
      if (setting.default === undefined && !MAY_LACK_DEFAULT.has(type))
        yield { message: `设置 ${key} 没有 default` };
    }
  },
};
