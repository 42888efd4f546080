import type { ThemeRule } from '../rule';

/** Blocks that an official puts into a region are seen. */
export const regionRule: ThemeRule = {
  code: 'T050',
  severity: 'error',
  help: '在 pages/home.njk 里输出 view.regions.区域名，或从 theme.json 的 regions 中去掉这个区域。',
  *check(subject) {
    const page = 'pages/home.njk';
    const closure = subject.closure(page);
    const reads = closure.flatMap((template) => [...template.reads()].map(({ path }) => path.join('.')));
    if (closure.length === 0 || reads.includes('view.regions')) return;
    for (const { name, label } of subject.theme.regions)
      if (!reads.some((read) => `${read}.`.startsWith(`view.regions.${name}.`)))
        yield { message: `首页没有输出区域 ${name}（${label}）`, template: page };
  },
};
