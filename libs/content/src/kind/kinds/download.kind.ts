import { declareKind, LISTING_CHANNELS } from '../kind';

/** 资料下载：the files are the attachments of the article. */
export const download = declareKind({
  code: 'download',
  name: '资料下载',
  help: '表格、范本、软件等供下载的文件；文件放在附件里',
  fields: [
    { key: 'category', label: '资料类别', type: 'text', most: 40, placeholder: '如：申请表' },
    { key: 'audience', label: '适用对象', type: 'text', most: 100 },
    { key: 'edition', label: '版本', type: 'text', most: 40, placeholder: '如：2026年版' },
    { key: 'updatedOn', label: '资料更新日期', type: 'date' },
  ],
  body: 'optional',
  cover: 'none',
  attachments: 'required',
  importance: 'general',
  template: 'pages/download.njk',
  listStyle: 'file',
  listNote: 'category',
  channels: LISTING_CHANNELS,
});
