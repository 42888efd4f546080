/**
 * 图片规格: the only sizes there are. An address names a preset, never a number, so nobody can make the
 * server draw a picture in ten thousand sizes.
 */
export interface Preset {
  readonly label: string;
  readonly width: number;
  /** With a height the picture is cropped to it; without one it keeps its shape. */
  readonly height?: number;
}

export const PRESETS = {
  thumb: { label: '缩略图', width: 320, height: 200 },
  small: { label: '小图', width: 480 },
  medium: { label: '中图', width: 960 },
  large: { label: '大图', width: 1600 },
  cover: { label: '封面', width: 1280, height: 720 },
  icon: { label: '网站图标', width: 180, height: 180 },
  banner: { label: '横幅', width: 1920, height: 480 },
} as const satisfies Readonly<Record<string, Preset>>;
export type PresetName = keyof typeof PRESETS;

/** The format is part of the address: answers do not depend on `Accept`, so caches keep one each. */
export const VARIANT_FORMATS = ['webp', 'avif'] as const;
export type VariantFormat = (typeof VARIANT_FORMATS)[number];

export interface Variant {
  readonly preset: PresetName;
  readonly format: VariantFormat;
}

export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];

export const ALL_VARIANTS: readonly Variant[] = PRESET_NAMES.flatMap((preset) =>
  VARIANT_FORMATS.map((format) => ({ preset, format })),
);

/** Names that addresses written before the presets used. */
const FORMER: Readonly<Record<string, PresetName>> = { w480: 'small', w960: 'medium' };

const SUFFIX = new RegExp(
  `\\.(${[...PRESET_NAMES, ...Object.keys(FORMER)].join('|')})\\.(${VARIANT_FORMATS.join('|')})$`,
);

/** `202603/a.jpg` as a small picture: `202603/a.jpg.small.webp`. */
export const variantPath = (path: string, { preset, format }: Variant): string =>
  `${path}.${preset}.${format}`;

/** The asset's path and, when a smaller picture of it is meant, which. */
export function readFilePath(path: string): { readonly path: string; readonly variant: Variant | null } {
  const match = SUFFIX.exec(path);
  if (!match) return { path, variant: null };
  const [whole, name, format] = match as unknown as [string, string, VariantFormat];
  const preset = FORMER[name] ?? (name as PresetName);
  return { path: path.slice(0, -whole.length), variant: { preset, format } };
}

/** Pictures that may be drawn in other sizes; a moving GIF would stand still. */
export const hasVariants = (path: string): boolean => /\.(?:jpg|png|webp)$/.test(path);

/** What a list shows of a picture: never the whole file. */
export const listPicture = (path: string): string =>
  hasVariants(path) ? variantPath(path, { preset: 'medium', format: 'webp' }) : path;
