import type { ThemeRule } from '../rule';

export const autoplayRule: ThemeRule = {
  code: 'T047',
  severity: 'error',
  help: '去掉 autoplay，给音视频写 controls，由读者自己播放。',
  *check({ own }) {
    for (const template of own)
      for (const { name, attributes, line } of template.tags('video|audio')) {
        if (/\sautoplay(?=[\s=]|$)/i.test(attributes))
          yield { message: `<${name}> 自动播放`, template: template.name, line };
        if (!/\scontrols(?=[\s=]|$)/i.test(attributes))
          yield { message: `<${name}> 没有 controls`, template: template.name, line };
      }
  },
};
