import type { ParsedTemplate } from '../parsed-template';
import type { ThemeRule } from '../rule';

/** Labels and skip links lead to the first of two equal ids, and nobody reaches the second. */
export const duplicateIdRule: ThemeRule = {
  code: 'T043',
  severity: 'error',
  help: '一个页面（连同它的外壳和部件）里每个 id 只写一次。',
  *check(subject) {
    const told = new Set<string>();
    for (const page of subject.pages) {
      const seen = new Map<string, { template: ParsedTemplate; offset: number; line: number }[]>();
      for (const template of subject.closure(page))
        for (const { attributes, line, offset } of template.tags()) {
          const id = /\sid\s*=\s*["']([^"'§\s]+)["']/i.exec(attributes)?.[1];
          if (!id) continue;
          const others = seen.get(id) ?? [];
          const first = others.find(
            (other) => other.template !== template || template.canMeet(other.offset, offset),
          );
          const place = `${id} ${template.name}:${line}`;
          if (first && !told.has(place)) {
            told.add(place);
            yield {
              message: `id “${id}”在 ${first.template.name}:${first.line} 已经用过`,
              template: template.name,
              line,
            };
          }
          seen.set(id, [...others, { template, offset, line }]);
        }
    }
  },
};
