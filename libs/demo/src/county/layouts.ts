import type { RegionBlocks } from '@zhanqun/content';
import type { Season } from './seasons';
import type { SiteKey } from './sites';

/** What stands in the picture, the film or the dates of a block is filled in when the county is written. */
export interface PlannedLayout {
  readonly regions: RegionBlocks;
  readonly note: string;
}
/** Name of a drawn picture of the library: becomes the file's id. */
export const pictureOf = (name: string): { readonly picture: string } => ({ picture: name });
export const FILM = { film: true } as const;
/** So many days from today. */
export const inDays = (days: number): { readonly days: number } => ({ days });

const to = (label: string, icon: string, channel: string, note = '') => ({ label, icon, channel, note });

const entrances = (...into: ReturnType<typeof to>[]) => ({
  type: 'entrances',
  title: '快捷入口',
  entrances: into,
});
const list = (title: string, channel: string, articles: number, style?: 'headline' | 'pictures') => ({
  type: 'list',
  title,
  channel,
  ...(style && { style }),
  articles,
});
const headline = (title: string, channel: string, slides: number, articles: number) => ({
  type: 'headline',
  title,
  channel,
  slides,
  articles,
});
const carousel = (title: string, channel: string) => ({ type: 'carousel', title, channel, slides: 4 });
/** `channels` by the title of their tab. */
const tabs = (title: string, articles: number, channels: Readonly<Record<string, string>>) => ({
  type: 'tabs',
  title,
  articles,
  tabs: Object.entries(channels).map(([tab, channel]) => ({ title: tab, channel })),
});

const policy = {
  type: 'policy',
  title: '政策与解读',
  documents: 'zwgk/zcwj',
  interpretations: 'zwgk/zcjd',
  articles: 6,
};

/** 专题 of the season's work in the fields. */
export const FARMING_TOPIC = 'nongshi';

const portal = ({ farming, picture }: Season): PlannedLayout => ({
  note: '新增办事服务、领导之窗、发布日历和热点文章',
  regions: {
    top: [
      headline('政务要闻', 'xwzx/zwyw', 5, 9),
      {
        type: 'banner',
        title: `四季农事：${farming}专题`,
        image: pictureOf(picture),
        target: { url: `/zt/${FARMING_TOPIC}/` },
      },
    ],
    main: [
      tabs('动态与公告', 8, { 通知公告: 'tzgg', 部门动态: 'xwzx/bmdt', 乡镇动态: 'xwzx/xzdt' }),
      {
        type: 'services',
        title: '办事服务',
        hall: { channel: 'bsfw' },
        personal: [
          to('教育入学', 'school', 'bsfw/bszn', '幼儿园、中小学'),
          to('医疗卫生', 'hospital', 'bsfw/bmfw', '医保、生育登记'),
          to('就业社保', 'shield', 'bsfw/bszn', '参保、补贴、招聘'),
          to('住房保障', 'home', 'bsfw/bszn', '公租房、公积金'),
          to('出行交通', 'car', 'bsfw/bmfw', '公交、驾驶证'),
          to('证件办理', 'card', 'bsfw/bszn', '身份证、户口'),
        ],
        business: [
          to('开办企业', 'briefcase', 'bsfw/bszn', '一日办结'),
          to('纳税缴费', 'money', 'bsfw/bszn', '申报、减免'),
          to('工程建设', 'hammer', 'bsfw/bszn', '立项到验收'),
          to('惠企政策', 'gavel', 'zwgk/zcwj', '免申即享清单'),
          to('资料下载', 'download', 'bsfw/zlxz', '表格与范本'),
          to('常见问题', 'talk', 'bsfw/cjwt', '问答汇编'),
        ],
      },
      policy,
      list('回应关切', 'zwgk/hygq', 5),
    ],
    aside: [
      {
        type: 'calendar',
        title: '发布日历',
        shows: 'both',
        dates: [
          { on: inDays(6), label: '县政务服务中心“政府开放日”', channel: 'tzgg' },
          { on: inDays(12), label: '城区停车收费标准听证会', channel: 'hdjl/yjzj' },
          { on: inDays(20), label: '农村客运条例征求意见截止', channel: 'hdjl/yjzj' },
        ],
      },
      { type: 'hot', title: '热点文章', days: '30', articles: 8 },
      { type: 'topics', title: '专题专栏', topics: 3 },
      {
        type: 'video',
        title: '示范县的早晨',
        film: FILM,
        poster: pictureOf('river'),
        note: '一分钟短片：晨光里的茶山、集市和学校，没有解说。',
      },
    ],
    bottom: [
      entrances(
        to('政府信息公开', 'documents', 'zfxxgk', '指南、制度、内容、年报'),
        to('办事指南', 'briefcase', 'bsfw', '事项、指南、统计'),
        to('互动交流', 'letter', 'hdjl', '来信、征集、访谈'),
        to('部门职能', 'building', 'zwgk/bmzn', '机构设置与联系方式'),
        to('数据发布', 'chart', 'sjfb', '统计数据与公报'),
        to('走进示范', 'map', 'zjbd', '概况与人文'),
      ),
      { type: 'leaders', title: '领导之窗', channel: 'zwgk/ldzc', articles: 8 },
      { type: 'sites', title: '部门与乡镇网站', groups: ['departments', 'townships'] },
    ],
  },
});

const treasury: PlannedLayout = {
  note: '首页增加预决算公开和业务说明',
  regions: {
    top: [headline('工作动态', 'gzdt', 4, 7)],
    main: [list('通知公告', 'tzgg', 10), policy],
    aside: [
      entrances(
        to('机构职能', 'building', 'zwgk/jgzn', '职责、处室、联系方式'),
        to('信息公开', 'documents', 'zfxxgk', '指南、制度、年报'),
        to('办事指南', 'briefcase', 'bsfw', '条件、材料、流程'),
        to('互动交流', 'letter', 'hdjl', '来信与征集'),
      ),
      {
        type: 'rich-text',
        title: '办公时间',
        body:
          '<p>周一至周五 8:30—12:00，14:30—17:30（法定节假日除外）。</p>' +
          '<p>地址：示范县行政中心 3 号楼；咨询电话 0999-6223010。</p>',
      },
      list('办事服务', 'bsfw', 4),
    ],
    bottom: [{ type: 'sites', title: '兄弟部门网站', groups: ['departments'] }],
  },
};

const township = ({ festival }: Season): PlannedLayout => ({
  note: '改用图片轮播，增加镇情和活动预告',
  regions: {
    top: [carousel('清水图片新闻', 'xzdt')],
    main: [
      list('乡镇动态', 'xzdt', 6, 'headline'),
      tabs('公告与三农', 7, { 通知公告: 'tzgg', 三农信息: 'snxx', 政策文件: 'zwgk/zcwj' }),
    ],
    aside: [
      entrances(
        to('走进清水', 'map', 'xzgk', '地理、人口、村居'),
        to('信息公开', 'documents', 'zfxxgk', '指南、制度、年报'),
        to('便民服务', 'briefcase', 'bmfw', '办事与咨询'),
        to('互动交流', 'letter', 'hdjl', '来信与答复'),
      ),
      {
        type: 'calendar',
        title: '赶集与活动',
        shows: 'upcoming',
        dates: [
          { on: inDays(3), label: '清水集镇赶集日' },
          { on: inDays(9), label: festival, channel: 'snxx' },
          { on: inDays(16), label: '镇卫生院老年人免费体检', channel: 'tzgg' },
        ],
      },
      {
        type: 'rich-text',
        title: '便民电话',
        body: '<p>镇政府值班 0999-6288010</p><p>镇卫生院 0999-6288120</p><p>供电所 0999-6288095</p>',
      },
    ],
    bottom: [{ type: 'sites', title: '县直部门网站', groups: ['departments'] }],
  },
});

/** 首页版面 that a site has published; the others keep the default of their theme. */
export const homeLayouts = (season: Season): Readonly<Partial<Record<SiteKey, PlannedLayout>>> => ({
  shifan: portal(season),
  czj: treasury,
  qingshui: township(season),
});

/** 四季农事 in blocks. */
export const topicLayout = ({ farming, hotlines }: Season): PlannedLayout => ({
  note: '专题改用版块编排',
  regions: {
    top: [carousel(`图说${farming}`, 'xwzx/zwyw')],
    main: [list('要闻', 'xwzx/zwyw', 5, 'headline'), list('图说', 'xwzx/tssf', 4, 'pictures')],
    aside: [
      list('通知公告', 'tzgg', 6),
      {
        type: 'rich-text',
        title: '服务热线',
        body: hotlines.map((line, at) => `<p>${line} 0999-622600${at + 1}</p>`).join(''),
      },
    ],
    bottom: [list('乡镇一线', 'xwzx/xzdt', 8)],
  },
});
