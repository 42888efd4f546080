import { declareSetting } from '../settings/setting';

/** 站点公告条: one line above every page; set at the portal it stands on every site below as well. */
export const siteNotice = declareSetting<string>({
  key: 'site.notice',
  label: '页面公告条',
  type: 'text',
  default: '',
  levels: ['platform', 'portal', 'site'],
  help: '显示在每个页面顶部的一句话，如停机维护、节假日安排；留空则不显示',
  validate: (text) => ([...text].length > 120 ? '不超过 120 字' : null),
});
