/** What a static copy cannot do, and what a reader meets there instead. */
export const LEFT_OUT = {
  search: '站内搜索：要由程序应答，副本中 /search/ 是一页说明',
  visits: '访问计数：副本上的浏览不计数，页面上的计数请求没有应答',
  forms: '表单：副本不接收提交',
  queries: '带条件的列表（网址中有“?”）：副本只有不带条件的那一页',
  preview: '预览页：只给持链接的人看，不进副本',
  variant: '繁体版：本次没有要求（--zh-hant）',
  otherSite: '同一域名下的其他站点：各自做一份，放在同一目录即可相通',
  unwritable: '网址不能作为文件名',
  redirect: '转向别处的文件：副本中没有',
  gone: '已撤下的页面：副本中没有，应答 404',
  refused: '应答不是页面也不是文件',
} as const;
export type LeftOut = keyof typeof LEFT_OUT;

const RULES: readonly (readonly [path: RegExp, why: LeftOut])[] = [
  [/^(?:\/zh-hant)?\/search\/$/, 'search'],
  [/^\/search(?:\.json|\/)/, 'search'],
  [/^\/_visit\//, 'visits'],
  [/^\/_preview\//, 'preview'],
];

/** By the path below the site's prefix; null for what is copied. */
export function reasonToLeaveOut(path: string): LeftOut | null {
  return RULES.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** Where the box of every page sends people: an address that must lead to something. */
export const isSearchPage = (path: string): boolean => /^(?:\/zh-hant)?\/search\/$/.test(path);
