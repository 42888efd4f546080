import type { ThemeRule } from '../rule';

const CONTROLS = 'a|button|input|select|textarea|summary';

/** A keyboard reaches it and a screen reader says nothing. */
export const hiddenControlRule: ThemeRule = {
  code: 'T049',
  severity: 'error',
  help: '去掉 aria-hidden，或同时写 tabindex="-1" 让键盘也跳过它。',
  *check({ own }) {
    for (const template of own)
      for (const { name, attributes, line } of template.tags(CONTROLS))
        if (
          /\saria-hidden\s*=\s*["']?true/i.test(attributes) &&
          !/\stabindex\s*=\s*["']?-1/i.test(attributes)
        )
          yield { message: `<${name}> 对读屏软件隐藏，却能用键盘选中`, template: template.name, line };
  },
};
