import type { ThemeRule } from '../rule';

/** A template that is promised or referred to exists somewhere in the chain. */
export const templateMissingRule: ThemeRule = {
  code: 'T002',
  severity: 'error',
  help: '检查文件名，或在本主题、上级主题中补上这个模板；模板只能引用本主题和上级主题的文件。',
  *check({ theme, folder, own }) {
    for (const name of folder.manifest.templates)
      if (!theme.has(name)) yield { message: `theme.json 列出的模板 ${name} 不存在` };
    for (const template of own)
      for (const { name, line, isOptional } of template.references)
        if (!isOptional && !theme.has(name))
          yield { message: `引用的模板 ${name} 不存在`, template: template.name, line };
  },
};
