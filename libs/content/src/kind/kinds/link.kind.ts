import { declareKind, LISTING_CHANNELS } from '../kind';

/** 链接：stands in a list and leads elsewhere; its own page says where to. */
export const link = declareKind({
  code: 'link',
  name: '链接',
  help: '列表里的一条标题，点开是别处的网页，如上级文件的原文',
  fields: [
    {
      key: 'url',
      label: '链接地址',
      type: 'url',
      isRequired: true,
      placeholder: 'https://',
      help: '优先链接政府网站（.gov.cn）的网页',
    },
    { key: 'owner', label: '所在网站', type: 'text', most: 60, placeholder: '如：中国政府网' },
  ],
  body: 'none',
  cover: 'optional',
  attachments: 'none',
  importance: 'general',
  template: 'pages/link.njk',
  listStyle: 'title',
  listNote: 'owner',
  channels: LISTING_CHANNELS,
});
