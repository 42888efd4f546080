import type { ThemeRule } from '../rule';

/** From this share of equal lines on, a template is a copy and not a replacement. */
const MOST_ALIKE = 0.8;

/** 不抄模板: a child that repeats its parent's template misses every later mend of it. */
export const copiedTemplateRule: ThemeRule = {
  code: 'T008',
  severity: 'warning',
  help: '用 {% extends "base:…" %} 在上级模板的基础上只改不同的块，不整份复制；没有改动的文件直接删去。',
  *check({ own, theme, folder }) {
    for (const [file, body] of folder.assets)
      if (theme.chain.slice(1).some((parent) => parent.assets.get(file)?.equals(body)))
        yield { message: `assets/${file} 与上级主题的文件完全相同` };
    for (const { name, source } of own) {
      const parent = theme.chain.slice(1).find(({ templates }) => templates.has(name));
      const alike = parent ? likeness(source, parent.templates.get(name) ?? '') : 0;
      if (alike > MOST_ALIKE)
        yield {
          message: `与 ${parent?.manifest.name} 的同名模板有 ${Math.floor(alike * 100)}% 相同`,
          template: name,
        };
    }
  },
};

/** Share of the lines that stand in the other text too. */
function likeness(one: string, other: string): number {
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const others = new Set(lines(other));
  const own = lines(one);
  return own.length === 0 ? 1 : own.filter((line) => others.has(line)).length / own.length;
}
