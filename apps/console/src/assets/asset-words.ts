import type { AssetKind, AssetView } from '@/api/assets';

export const KIND_WORDS: Readonly<Record<AssetKind, string>> = {
  image: '图片',
  video: '视频',
  audio: '音频',
  attachment: '附件',
};

/** What the file chooser of the browser offers; the server judges by the content. */
export const ACCEPTS: Readonly<Record<AssetKind, string>> = {
  image: 'image/jpeg,image/png,image/webp,image/gif,.svg',
  video: 'video/mp4,video/webm,.m4v',
  audio: 'audio/mpeg,audio/mp4,.mp3,.m4a',
  attachment: '.pdf,.ofd,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.dps,.zip,.rar,.txt,.csv',
};

export const SORT_WORDS = {
  newest: '最新上传',
  oldest: '最早上传',
  name: '按名称',
  largest: '从大到小',
} as const;

const MEGABYTE = 1024 * 1024;
/** Sizes as people ask for them. */
export const SIZE_RANGES: readonly { value: string; label: string; min?: number; max?: number }[] = [
  { value: 'small', label: '1 MB 以内', max: MEGABYTE },
  { value: 'middle', label: '1 至 20 MB', min: MEGABYTE, max: 20 * MEGABYTE },
  { value: 'large', label: '20 MB 以上', min: 20 * MEGABYTE },
];

/** `3 处在用`, or what is known about it. */
export function usesWords({ uses }: Pick<AssetView, 'uses'>): string {
  if (uses === null) return '未清点';
  return uses === 0 ? '未使用' : `${uses} 处在用`;
}

/** `1200×800`, nothing where there is no picture. */
export const measures = ({ width, height }: Pick<AssetView, 'width' | 'height'>): string =>
  width && height ? `${width}×${height}` : '';

/** Pictures that nobody can see without words. */
export const lacksAlt = ({ kind, alt }: Pick<AssetView, 'kind' | 'alt'>): boolean =>
  kind === 'image' && alt === '';

export const PLACE_WORDS = {
  live: '已发布',
  draft: '起草或审核中',
  former: '历史版本',
  look: '外观',
  setting: '设置',
  topic: '专题',
} as const;
