import { childrenOf, pathOf, type TemplateNode } from '../parsed-template';
import type { ThemeRule } from '../rule';

/** A list that may be empty says so; an `if` around the loop counts as having thought of it. */
export const emptyCaseRule: ThemeRule = {
  code: 'T040',
  severity: 'advice',
  help: '给循环加 {% else %}，写明“暂无内容”，或在外层判断列表不为空。',
  *check({ own }) {
    for (const template of own)
      for (const { node, isGuarded } of loopsIn(template.tree, false)) {
        const list = pathOf(node.arr as TemplateNode);
        if (node.else_ || isGuarded || list?.[0] !== 'view' || isChoice(node)) continue;
        yield {
          message: `循环 ${list.join('.')} 没有空列表的情形`,
          template: template.name,
          line: node.lineno + 1,
        };
      }
  },
};

/** Choices of a form are never none. */
const isChoice = (node: TemplateNode): boolean =>
  textIn(node.body as TemplateNode).some((text) => /<(option|input)\b/i.test(text));

function textIn(node: TemplateNode): string[] {
  return node.typename === 'TemplateData' ? [String(node.value)] : childrenOf(node).flatMap(textIn);
}

function* loopsIn(
  node: TemplateNode | null,
  isGuarded: boolean,
): Generator<{ node: TemplateNode; isGuarded: boolean }> {
  if (!node) return;
  if (node.typename === 'For') yield { node, isGuarded };
  const inside = isGuarded || node.typename === 'If' || node.typename === 'InlineIf';
  for (const child of childrenOf(node)) yield* loopsIn(child, inside);
}
