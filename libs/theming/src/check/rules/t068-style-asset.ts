import { posix } from 'node:path';
import type { ThemeRule } from '../rule';

export const styleAssetRule: ThemeRule = {
  code: 'T068',
  severity: 'error',
  help: '检查 url(…) 的路径：从样式表所在目录算起，文件须在本主题或上级主题的 assets/ 下。',
  *check({ ownStyles, theme }) {
    for (const style of ownStyles)
      for (const { value, line } of style.declarations())
        for (const [, address = ''] of value.matchAll(/url\(\s*["']?([^"')\s]+)/g)) {
          if (/^(data:|#|https?:|\/\/)/.test(address)) continue;
          const file = posix.join(posix.dirname(style.name), address.replace(/[?#].*$/, ''));
          if (!theme.assets.has(file))
            yield { message: `样式引用的文件 ${address} 不存在`, template: style.name, line };
        }
  },
};
