import { declareKind, EVERY_CHANNEL } from '../kind';

export const page = declareKind({
  code: 'page',
  name: '单页',
  help: '长期不变的说明，如本县概况、公开指南；放在单页栏目里直接作为栏目页',
  fields: [],
  body: 'required',
  cover: 'optional',
  attachments: 'optional',
  importance: 'general',
  template: 'pages/article.njk',
  listStyle: 'title',
  channels: EVERY_CHANNEL,
  copiedAs: 'news',
});
