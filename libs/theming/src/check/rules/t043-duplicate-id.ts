import type { ThemeRule } from '../rule';

/** Labels and skip links lead to the first of two equal ids, and nobody reaches the second. */
export const duplicateIdRule: ThemeRule = {
  code: 'T043',
  severity: 'error',
  help: '一个页面（连同它的外壳和部件）里每个 id 只写一次。',
  *check(subject) {
    const told = new Set<string>();
    for (const page of subject.pages) {
      const seen = new Map<string, string>();
      for (const template of subject.closure(page))
        for (const { attributes, line } of template.tags()) {
          const id = /\sid\s*=\s*["']([^"'§\s]+)["']/i.exec(attributes)?.[1];
          if (!id) continue;
          const place = `${template.name}:${line}`;
          const first = seen.get(id);
          if (first && !told.has(`${id} ${place}`)) {
            told.add(`${id} ${place}`);
            yield { message: `id “${id}”在 ${first} 已经用过`, template: template.name, line };
          }
          seen.set(id, first ?? place);
        }
    }
  },
};
