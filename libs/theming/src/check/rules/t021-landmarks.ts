import type { ThemeRule } from '../rule';

const LANDMARKS = ['header', 'main', 'footer'] as const;

/** 三区: header, main and footer on every page, opened and closed (annex of 国办发〔2017〕47号). */
export const landmarksRule: ThemeRule = {
  code: 'T021',
  severity: 'error',
  help: '每个页面须有成对的 <header>、<main>、<footer>，分别对应头部标识区、中部内容区、底部功能区。',
  *check(subject) {
    for (const page of subject.fullPages) {
      const closure = subject.closure(page);
      for (const name of LANDMARKS) {
        const count = (pattern: RegExp): number =>
          closure.reduce((sum, template) => sum + [...template.html.matchAll(pattern)].length, 0);
        const opened = count(new RegExp(`<${name}[\\s>]`, 'gi'));
        const closed = count(new RegExp(`</${name}\\s*>`, 'gi'));
        if (opened === 0) yield { message: `页面没有 <${name}>`, template: page };
        else if (opened !== closed) yield { message: `<${name}> 没有成对关闭`, template: page };
      }
    }
  },
};
