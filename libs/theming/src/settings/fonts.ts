/** 字体: only stacks of fonts that devices have. Nothing is fetched from elsewhere, nothing big from here. */
export const FONT_STACKS = {
  sans: {
    label: '黑体',
    stack: `-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif`,
  },
  serif: {
    label: '宋体',
    stack: `'Source Han Serif SC','Noto Serif CJK SC','Songti SC',STZhongsong,SimSun,serif`,
  },
  kai: { label: '楷体', stack: `'Kaiti SC',STKaiti,KaiTi,'AR PL UKai CN',serif` },
  fangsong: { label: '仿宋', stack: `STFangsong,FangSong,'FangSong_GB2312','Noto Serif CJK SC',serif` },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly stack: string }>>;
export type FontName = keyof typeof FONT_STACKS;

/** What a form offers; the empty value leaves the choice to the theme. */
export const FONT_OPTIONS: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: '随主题' },
  ...Object.entries(FONT_STACKS).map(([value, { label }]) => ({ value, label })),
];

export const isFontName = (value: unknown): value is FontName =>
  typeof value === 'string' && Object.hasOwn(FONT_STACKS, value);
