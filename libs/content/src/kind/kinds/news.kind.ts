import { declareKind, EVERY_CHANNEL } from '../kind';

export const news = declareKind({
  code: 'news',
  name: '动态信息',
  help: '政务要闻、部门和乡镇动态、会议活动报道',
  fields: [],
  body: 'required',
  cover: 'optional',
  attachments: 'optional',
  importance: 'general',
  template: 'pages/article.njk',
  listStyle: 'title',
  channels: EVERY_CHANNEL,
});
