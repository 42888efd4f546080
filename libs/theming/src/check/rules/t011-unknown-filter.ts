import { FILTER_NAMES } from '../../theme/template-filters';
import type { TemplateNode } from '../parsed-template';
import type { ThemeRule } from '../rule';

export const unknownFilterRule: ThemeRule = {
  code: 'T011',
  severity: 'error',
  help: `可用的过滤器：${FILTER_NAMES.join('、')}。`,
  *check({ own }) {
    for (const template of own)
      for (const node of template.nodesOf('Filter')) {
        const name = String((node.name as TemplateNode).value);
        if (!FILTER_NAMES.includes(name))
          yield { message: `未知过滤器 ${name}`, template: template.name, line: node.lineno + 1 };
      }
  },
};
