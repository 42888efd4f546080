import type { ThemeRule } from '../rule';

/** Called by name at run time: pages by the server, blocks by their type. */
const CALLED = /^(pages|layouts|components\/blocks)\//;

export const unusedTemplateRule: ThemeRule = {
  code: 'T006',
  severity: 'advice',
  help: '删去不用的部件，或在需要它的模板里 include、import。',
  *check({ own, all }) {
    const used = new Set([...all, ...own].flatMap((template) => template.references.map(({ name }) => name)));
    for (const { name } of own)
      if (!CALLED.test(name) && !used.has(name)) yield { message: '没有模板用到这个部件', template: name };
  },
};
