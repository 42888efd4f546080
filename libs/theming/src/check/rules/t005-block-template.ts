import type { ThemeRule } from '../rule';

/** A block that may be placed has a template that draws it. */
export const blockTemplateRule: ThemeRule = {
  code: 'T005',
  severity: 'error',
  help: '在 components/blocks/ 下补上同名的版块模板，或从 theme.json 的 homeLayout 中去掉这个版块。',
  *check({ theme, folder }) {
    const { settings, homeLayout } = folder.manifest;
    const named = [
      ...Object.values(settings).flatMap(({ blocks }) => blocks ?? []),
      ...Object.values(homeLayout).flatMap((blocks) => blocks.map(({ type }) => String(type))),
    ];
    for (const type of new Set(named))
      if (!theme.has(`components/blocks/${type}.njk`)) yield { message: `版块 ${type} 没有模板` };
  },
};
