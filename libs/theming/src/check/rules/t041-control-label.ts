import type { ThemeRule } from '../rule';

const UNLABELLED = /\stype\s*=\s*["']?(hidden|submit|button|image|reset)/i;

export const controlLabelRule: ThemeRule = {
  code: 'T041',
  severity: 'warning',
  help: '给输入控件加 <label for="…">（控件写同样的 id）或 aria-label。',
  *check({ own }) {
    for (const template of own) {
      const labelled = new Set(
        [...template.tags('label')].map(
          ({ attributes }) => /\sfor\s*=\s*["']([^"']+)/i.exec(attributes)?.[1],
        ),
      );
      const around = [...template.html.matchAll(/<label\b[\s\S]*?<\/label>/gi)].map(
        ({ 0: text, index }) => [index, index + text.length] as const,
      );
      for (const { name, attributes, line, offset } of template.tags('input|select|textarea')) {
        if (around.some(([from, to]) => from < offset && offset < to)) continue;
        if (UNLABELLED.test(attributes) || /\saria-label(ledby)?\s*=/i.test(attributes)) continue;
        const id = /\sid\s*=\s*["']([^"']+)/i.exec(attributes)?.[1];
        if (id === undefined || !labelled.has(id))
          yield { message: `<${name}> 没有标签`, template: template.name, line };
      }
    }
  },
};
