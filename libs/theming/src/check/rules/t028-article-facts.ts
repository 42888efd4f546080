import type { ThemeRule } from '../rule';

const FACTS: Readonly<Record<string, string>> = {
  'view.article.title': '标题',
  'view.article.source': '来源',
  'view.article.publishedAt': '发布时间',
  'view.article.body': '正文',
  'view.attachments': '附件',
};

/** What an article page must tell (国办发〔2017〕47号, 网页设计规范). */
export const articleFactsRule: ThemeRule = {
  code: 'T028',
  severity: 'error',
  help: '文章页须显示标题、来源、发布时间（YYYY-MM-DD HH:MM）、正文和附件。',
  *check(subject) {
    const page = 'pages/article.njk';
    const closure = subject.closure(page);
    if (closure.length === 0) return;
    const read = closure.flatMap((template) => [...template.reads()].map(({ path }) => path.join('.')));
    for (const [name, label] of Object.entries(FACTS))
      if (!read.some((each) => each === name || each.startsWith(`${name}.`)))
        yield { message: `文章页没有${label}（${name}）`, template: page };
  },
};
