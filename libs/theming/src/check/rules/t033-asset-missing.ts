import type { TemplateNode } from '../parsed-template';
import type { ThemeRule } from '../rule';

export const assetMissingRule: ThemeRule = {
  code: 'T033',
  severity: 'error',
  help: '检查文件名；文件须在本主题或上级主题的 assets/ 目录下。',
  *check({ own, theme }) {
    for (const template of own)
      for (const node of template.nodesOf('Filter')) {
        if ((node.name as TemplateNode).value !== 'asset') continue;
        const [file] = ((node.args as TemplateNode).children ?? []) as TemplateNode[];
        if (file?.typename === 'Literal' && !theme.assets.has(String(file.value)))
          yield {
            message: `主题文件 ${String(file.value)} 不存在`,
            template: template.name,
            line: node.lineno + 1,
          };
      }
  },
};
