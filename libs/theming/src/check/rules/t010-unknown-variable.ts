import type { ParsedTemplate, TemplateNode } from '../parsed-template';
import type { ThemeRule } from '../rule';
import { shapeOf, sampleChrome, samplePage } from '../samples';
import type { ThemeSubject } from '../theme-subject';

const GIVEN = [
  'chrome',
  'view',
  'page',
  'loop',
  'caller',
  'super',
  'range',
  'cycler',
  'joiner',
  'varargs',
  'kwargs',
];

/** Names a template makes itself: loops, `set`, macros and their arguments, imports. */
function* namesMadeIn(template: ParsedTemplate): Generator<string> {
  for (const node of template.nodes()) {
    const made: unknown[] = [];
    if (node.typename === 'For') made.push(node.name);
    if (node.typename === 'Set') made.push(...(node.targets as unknown[]));
    if (node.typename === 'Macro' || node.typename === 'Caller') made.push(node.name, node.args);
    if (node.typename === 'Import') made.push(node.target);
    if (node.typename === 'FromImport') made.push(node.names);
    for (const part of made) yield* symbolsIn(part);
  }
}

function* symbolsIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  const node = part as TemplateNode;
  if (node.typename === 'Symbol') yield String(node.value);
  else if (node.typename === 'Pair')
    yield* symbolsIn(node.typename === 'Pair' && node.value ? [node.key, node.value] : node.key);
  else if (Array.isArray(part)) for (const each of part) yield* symbolsIn(each);
  else for (const child of node.children ?? []) yield* symbolsIn(child);
}

/** `chrome`, `view`, `page`, and what the template made itself: there is nothing else to read. */
export const unknownVariableRule: ThemeRule = {
  code: 'T010',
  severity: 'error',
  help: '模板只能使用 chrome（站点框架）、view（页面数据）、page（页面信息）以及模板内自己定义的名称；检查拼写。',
  *check(subject: ThemeSubject) {
    // An included template sees what the including one made, so names are collected over the chain.
    const known = new Set(GIVEN);
    for (const template of [...subject.all, ...subject.own])
      for (const name of namesMadeIn(template)) known.add(name);
    const settings = {
      ...Object.fromEntries(Object.keys(subject.theme.settings).map((key) => [key, null])),
      styleUrl: '',
    };
    const chrome = { ...sampleChrome, theme: { name: '', settings } };
    for (const template of subject.own) {
      const shapes: Record<string, unknown> = {
        chrome,
        page: samplePage,
        view: subject.views.get(template.name),
      };
      const seen = new Set<string>();
      for (const { path, line } of template.reads()) {
        const name = path.join('.');
        if (seen.has(name)) continue;
        seen.add(name);
        const [root = ''] = path;
        const missing = known.has(root) ? shapeOf(shapes[root], path.slice(1)) : [];
        if (missing)
          yield { message: `未知变量 ${[root, ...missing].join('.')}`, template: template.name, line };
      }
    }
  },
};
