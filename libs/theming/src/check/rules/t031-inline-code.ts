import type { ThemeRule } from '../rule';

/** The content security policy blocks inline code, so it would not work, and theme check says so first. */
export const inlineCodeRule: ThemeRule = {
  code: 'T031',
  severity: 'error',
  help: '脚本和样式放到 assets/ 下的文件里，用 asset 过滤器引用；不写 on… 事件属性、style 属性和 javascript: 地址。',
  *check({ own }) {
    for (const template of own)
      for (const { name, attributes, line } of template.tags()) {
        const at = { template: template.name, line };
        const isData = /\stype\s*=\s*["']?application\/(ld\+)?json/i.test(attributes);
        if (name === 'script' && !/\ssrc\s*=/i.test(attributes) && !isData)
          yield { message: '行内脚本', ...at };
        if (name === 'style') yield { message: '行内样式 <style>', ...at };
        if (/\sstyle\s*=/i.test(attributes)) yield { message: 'style 属性', ...at };
        if (/\son[a-z]+\s*=/i.test(attributes)) yield { message: '事件属性 on…', ...at };
        if (/=\s*["']?\s*javascript:/i.test(attributes)) yield { message: 'javascript: 地址', ...at };
      }
  },
};
