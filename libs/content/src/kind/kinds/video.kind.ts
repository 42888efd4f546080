import { declareKind } from '../kind';

export const video = declareKind({
  code: 'video',
  name: '视频',
  help: '一段视频，封面作为播放前的画面',
  fields: [
    { key: 'video', label: '视频文件', type: 'asset', accept: 'video', isRequired: true },
    { key: 'duration', label: '时长', type: 'text', most: 20, placeholder: '如：3分20秒' },
    {
      key: 'transcript',
      label: '文字稿',
      type: 'longText',
      most: 20_000,
      help: '视频里说的话，供听不见或不便播放的读者阅读',
    },
  ],
  body: 'optional',
  cover: 'required',
  attachments: 'none',
  importance: 'general',
  template: 'pages/video.njk',
  listStyle: 'video',
  listNote: 'duration',
  channels: ['dynamic'],
  copiedAs: 'news',
});
