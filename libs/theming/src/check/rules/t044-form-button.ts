import type { ThemeRule } from '../rule';

/** Without script, and with a keyboard, a form is sent by its button. */
export const formButtonRule: ThemeRule = {
  code: 'T044',
  severity: 'warning',
  help: '给表单写 <button type="submit">；不靠脚本提交。',
  *check({ own }) {
    for (const template of own)
      for (const match of template.html.matchAll(/<form\b[\s\S]*?(<\/form>|$)/gi))
        if (
          !/<button\b(?![^>]*\stype\s*=\s*["']?(button|reset))|<input\b[^>]*\stype\s*=\s*["']?(submit|image)/i.test(
            match[0],
          )
        )
          yield {
            message: '表单没有提交按钮',
            template: template.name,
            line: template.lineOf(match.index),
          };
  },
};
