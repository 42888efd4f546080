import type { ThemeRule } from '../rule';

/** KB by ending, before compression: a six-year-old phone on a weak network reads these pages too. */
const BUDGET: Readonly<Record<string, number>> = { css: 60, js: 40, svg: 60, woff2: 600 };
const PICTURE = 200;
/** A script that no template names is fetched when a reader asks for what it does. */
const ON_DEMAND = 400;

export const heavyAssetRule: ThemeRule = {
  code: 'T034',
  severity: 'warning',
  help: '压缩或拆分文件：样式 60 KB、脚本 40 KB（按需取用的 400 KB）、矢量图 60 KB、图片 200 KB、字体 600 KB 以内。',
  *check({ folder, all }) {
    const named = all.map(({ source }) => source).join('\n');
    for (const [file, body] of folder.assets) {
      const usual = BUDGET[file.slice(file.lastIndexOf('.') + 1)] ?? PICTURE;
      const budget = file.endsWith('.js') && !named.includes(`'${file}'`) ? ON_DEMAND : usual;
      const size = Math.ceil(body.length / 1024);
      if (size > budget) yield { message: `assets/${file} 有 ${size} KB，超过 ${budget} KB` };
    }
  },
};
