import type { ChannelKind } from './channel.entity';

/** 栏目样式: how the list of a channel is laid out. The theme draws it; what it needs to know is read here. */
export interface ChannelPresentation {
  /** Page template of the theme; stored with the channel. */
  readonly template: string;
  readonly label: string;
  /** When to choose it, for the editor. */
  readonly help: string;
  readonly pageSize: number;
  /** What the page shows beside title and date: costs one statement more. */
  readonly reads?: 'answers' | 'files';
}

/** In the order in which the console offers them. */
export const CHANNEL_PRESENTATIONS: readonly ChannelPresentation[] = [
  {
    template: 'pages/channel.njk',
    label: '列表',
    help: '一行一条，标题在左、日期在右，每五条一组；适合动态和公告。',
    pageSize: 20,
  },
  {
    template: 'pages/channel-pictures.njk',
    label: '图片',
    help: '封面图一排四张，下面是标题和日期；适合图说、风光、文物，稿件须有封面。',
    pageSize: 24,
  },
  {
    template: 'pages/channel-table.njk',
    label: '表格',
    help: '序号、标题、文号、来源、日期分列；适合文件目录、公示、结果公告。',
    pageSize: 30,
  },
  {
    template: 'pages/channel-questions.njk',
    label: '问答',
    help: '标题是问题，点开看答复全文；适合常见问题、来信选登。',
    pageSize: 20,
    reads: 'answers',
  },
  {
    template: 'pages/channel-leaders.njk',
    label: '领导之窗',
    help: '照片、姓名、职务和分工，置顶的一位排在最前；稿件用“领导信息”类型。',
    pageSize: 60,
  },
  {
    template: 'pages/channel-organisations.njk',
    label: '机构名录',
    help: '名称、负责人、地址、电话、办公时间列成表；稿件用“机构信息”类型。',
    pageSize: 100,
  },
  {
    template: 'pages/channel-downloads.njk',
    label: '下载',
    help: '直接列出附件，注明格式和大小，不必进正文；适合表格、范本、软件。',
    pageSize: 30,
    reads: 'files',
  },
  {
    template: 'pages/channel-videos.njk',
    label: '视频',
    help: '最新一条可以直接播放，其余列出画面和时长；稿件用“视频”类型。',
    pageSize: 24,
  },
];

/** Kinds of channels that list articles. A single text that is given a list becomes one. */
export const PRESENTED_KINDS: readonly ChannelKind[] = ['dynamic', 'policy', 'notice', 'static'];

export function presentationOf(template: string | null): ChannelPresentation | null {
  return CHANNEL_PRESENTATIONS.find((each) => each.template === template) ?? null;
}
