import { declareKind } from '../kind';

export const gallery = declareKind({
  code: 'gallery',
  name: '图集',
  help: '一组有说明的照片，如图说清水、活动掠影',
  fields: [
    {
      key: 'pictures',
      label: '图片',
      type: 'list',
      most: 40,
      isRequired: true,
      row: [
        { key: 'picture', label: '图片', type: 'asset', accept: 'image', isRequired: true },
        { key: 'caption', label: '图片说明', type: 'text', most: 200, isRequired: true },
        { key: 'photographer', label: '摄影', type: 'text', most: 40 },
      ],
    },
    { key: 'takenOn', label: '拍摄日期', type: 'date' },
  ],
  body: 'optional',
  cover: 'optional',
  attachments: 'none',
  importance: 'general',
  template: 'pages/gallery.njk',
  listStyle: 'picture',
  channels: ['dynamic'],
  copiedAs: 'news',
});
