import { pathOf, type TemplateNode } from '../parsed-template';
import type { ThemeRule } from '../rule';

/** Fields of views that hold a SanitizedHtml value. */
const SANITIZED = new Set(['body', 'html']);

export const unsafeSafeRule: ThemeRule = {
  code: 'T012',
  severity: 'error',
  help: 'safe 只接受净化后的正文（view….body）；其他内容去掉 safe，由模板自动转义。',
  *check({ own }) {
    for (const template of own)
      for (const node of template.nodesOf('Filter')) {
        if ((node.name as TemplateNode).value !== 'safe') continue;
        const [subject] = ((node.args as TemplateNode).children ?? []) as TemplateNode[];
        const path = subject ? pathOf(subject) : null;
        if (!path || path.length < 2 || !SANITIZED.has(path.at(-1) as string))
          yield {
            message: 'safe 用在了不是净化正文的内容上',
            template: template.name,
            line: node.lineno + 1,
          };
      }
  },
};
