import { declareKind, EVERY_CHANNEL } from '../kind';

export const notice = declareKind({
  code: 'notice',
  name: '通知公告',
  help: '面向社会的通知、公告、公示',
  fields: [],
  body: 'required',
  cover: 'optional',
  attachments: 'optional',
  importance: 'general',
  template: 'pages/article.njk',
  listStyle: 'title',
  channels: EVERY_CHANNEL,
});
