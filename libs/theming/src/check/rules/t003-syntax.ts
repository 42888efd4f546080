import type { ThemeRule } from '../rule';

export const syntaxRule: ThemeRule = {
  code: 'T003',
  severity: 'error',
  help: '按提示的行修正模板语法：标签须成对，括号和引号须配对。',
  *check({ own }) {
    for (const { name, fault } of own)
      if (fault) yield { message: `模板无法解析：${fault.message}`, template: name, line: fault.line };
  },
};
