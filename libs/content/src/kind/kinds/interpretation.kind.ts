import { choices } from '../field';
import { declareKind, LISTING_CHANNELS } from '../kind';

export const INTERPRETATION_FORMS = {
  text: '文字解读',
  chart: '图表图解',
  video: '视频解读',
  qa: '问答解读',
} as const;
export type InterpretationForm = keyof typeof INTERPRETATION_FORMS;

/** 政策解读 in its four forms; which fields are asked for follows the form. */
export const interpretation = declareKind({
  code: 'interpretation',
  name: '政策解读',
  help: '解读本站的一份政策文件，发布后两个页面互相链接',
  fields: [
    {
      key: 'form',
      label: '解读形式',
      type: 'select',
      options: choices(INTERPRETATION_FORMS),
      initial: 'text',
      isRequired: true,
    },
    {
      key: 'interpreter',
      label: '解读单位',
      type: 'text',
      most: 100,
      placeholder: '如：县财政局',
      help: '文件的制发、牵头或起草单位',
    },
    {
      key: 'charts',
      label: '图解',
      type: 'assets',
      accept: 'image',
      most: 20,
      isRequired: true,
      when: { key: 'form', isOneOf: ['chart'] },
      help: '按阅读顺序选图；每张图都要有说明文字，图里的要点在正文里再写一遍',
    },
    {
      key: 'video',
      label: '视频',
      type: 'asset',
      accept: 'video',
      isRequired: true,
      when: { key: 'form', isOneOf: ['video'] },
    },
    {
      key: 'transcript',
      label: '文字稿',
      type: 'longText',
      most: 20_000,
      when: { key: 'form', isOneOf: ['video'] },
      help: '视频里说的话，供听不见或不便播放的读者阅读',
    },
    {
      key: 'questions',
      label: '问答',
      type: 'list',
      most: 40,
      isRequired: true,
      when: { key: 'form', isOneOf: ['qa'] },
      row: [
        { key: 'question', label: '问', type: 'text', most: 200, isRequired: true },
        { key: 'answer', label: '答', type: 'longText', most: 3_000, isRequired: true },
      ],
    },
  ],
  body: 'optional',
  cover: 'optional',
  attachments: 'optional',
  importance: 'general',
  template: 'pages/interpretation.njk',
  listStyle: 'title',
  channels: LISTING_CHANNELS,
  isInterpretation: true,
  copiedAs: 'news',
});
