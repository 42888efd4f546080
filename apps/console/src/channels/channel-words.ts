import type { ChannelKind, UpdateClass } from '@/api/channels';

export const CHANNEL_KIND_LABELS: Record<ChannelKind, string> = {
  dynamic: '动态栏目',
  notice: '通知公告',
  policy: '政策文件',
  static: '单页',
  link: '链接',
};
export const CHANNEL_KIND_HELP: Record<ChannelKind, string> = {
  dynamic: '按时间列出稿件',
  notice: '通知、公告、公示',
  policy: '带文号、有效性的文件和解读',
  static: '一篇长期有效的文字，如机构简介',
  link: '点击后打开另一个地址',
};
/** What a channel without a layout of its own looks like. */
export const AUTOMATIC_HELP: Record<ChannelKind, string> = {
  dynamic: '按稿件类型显示：领导、图集、视频、下载各成卡片，其余列成标题；有子栏目时列出各子栏目的最新内容。',
  notice: '按时间列出标题。',
  policy: '按时间列出标题和文号。',
  static: '显示最新一篇的全文；选了样式就改为列出栏目里的各篇。',
  link: '',
};
export const UPDATE_CLASS_LABELS: Record<UpdateClass, string> = {
  news: '动态要闻类',
  notice: '通知公告类',
  policy: '政策文件类',
  other: '其他',
  static: '不要求更新',
};
