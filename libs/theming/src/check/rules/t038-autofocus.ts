import type { ThemeRule } from '../rule';

export const autofocusRule: ThemeRule = {
  code: 'T038',
  severity: 'error',
  help: '去掉 autofocus：读屏软件会跳过前面的内容，手机会弹出键盘。',
  *check({ own }) {
    for (const template of own)
      for (const { name, attributes, line } of template.tags())
        if (/\sautofocus(?=[\s=]|$)/i.test(attributes))
          yield { message: `<${name}> 自动取得焦点`, template: template.name, line };
  },
};
