import type { ThemeRule } from '../rule';

export const pageTagsRule: ThemeRule = {
  code: 'T020',
  severity: 'error',
  help: '在 <head> 中循环输出 page.tags：<meta name="{{ tag.name }}" content="{{ tag.content }}">（国办发〔2017〕47号 网页标签）。',
  *check(subject) {
    for (const page of subject.fullPages) {
      const has = subject
        .closure(page)
        .some((template) => [...template.nodesOf('For')].some((node) => isPageTags(node.arr)));
      if (!has) yield { message: '页面没有输出网页标签 page.tags', template: page };
    }
  },
};

function isPageTags(node: unknown): boolean {
  const { typename, target, val } = node as {
    typename: string;
    target?: { value?: unknown };
    val?: { value?: unknown };
  };
  return typename === 'LookupVal' && target?.value === 'page' && val?.value === 'tags';
}
