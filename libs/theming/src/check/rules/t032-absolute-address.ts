import type { ThemeRule } from '../rule';

/** Services of the State that every site must link to under one address. */
const NATIONAL = /^https?:\/\/(www|beian\.miit|beian\.mps|zfwzgl\.www)\.gov\.cn(\/|$)/;

export const absoluteAddressRule: ThemeRule = {
  code: 'T032',
  severity: 'warning',
  help: '地址由页面数据或主题设置给出，不写在模板里；主题自己的文件用 asset 过滤器。',
  *check({ own }) {
    for (const template of own)
      for (const { attributes, line } of template.tags())
        for (const match of attributes.matchAll(
          /\s(?:href|src|action|srcset)\s*=\s*["']?\s*((?:https?:)?\/\/[^"'\s>]+)/gi,
        ))
          if (!NATIONAL.test(match[1] as string))
            yield { message: `写死的地址 ${match[1]}`, template: template.name, line };
  },
};
