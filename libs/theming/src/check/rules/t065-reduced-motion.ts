import type { ThemeRule } from '../rule';

export const reducedMotionRule: ThemeRule = {
  code: 'T065',
  severity: 'error',
  help: '写 @media (prefers-reduced-motion: reduce)，在其中停下动画和过渡；一般继承 base 就有了。',
  *check({ ownStyles, styles }) {
    const isCalm = styles.some((style) =>
      style.rules.some(({ conditions }) => conditions.some((each) => /prefers-reduced-motion/.test(each))),
    );
    if (isCalm) return;
    for (const style of ownStyles)
      for (const { property, value, line } of style.declarations())
        if (/^(animation|transition)/.test(property) && !/^none\b/.test(value))
          yield { message: '有动画而没有照顾“减少动态效果”的设置', template: style.name, line };
  },
};
