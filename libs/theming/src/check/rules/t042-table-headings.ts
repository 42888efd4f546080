import type { ThemeRule } from '../rule';

export const tableHeadingsRule: ThemeRule = {
  code: 'T042',
  severity: 'warning',
  help: '数据表写 <caption> 和 <th scope="col">；排版不用表格。',
  *check({ own }) {
    for (const template of own)
      for (const match of template.html.matchAll(/<table\b[\s\S]*?(<\/table>|$)/gi)) {
        const at = { template: template.name, line: template.lineOf(match.index) };
        if (!/<th[\s>]/i.test(match[0])) yield { message: '表格没有表头 <th>', ...at };
        if (!/<caption[\s>]/i.test(match[0])) yield { message: '表格没有说明 <caption>', ...at };
      }
  },
};
