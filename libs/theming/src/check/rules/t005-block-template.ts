import type { ThemeRule } from '../rule';

/** A block that the theme places has a template that draws it. */
export const blockTemplateRule: ThemeRule = {
  code: 'T005',
  severity: 'error',
  help: '在 components/blocks/ 下补上同名的版块模板，或从 theme.json 的 homeLayout 中去掉这个版块。',
  *check({ theme, folder }) {
    const blocks = Object.values(folder.manifest.homeLayout).flat();
    for (const type of new Set(blocks.map((block) => String(block.type))))
      if (!theme.has(`components/blocks/${type}.njk`)) yield { message: `版块 ${type} 没有模板` };
  },
};
