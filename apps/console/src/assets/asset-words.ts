import type { AssetKind } from '@/api/assets';

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
