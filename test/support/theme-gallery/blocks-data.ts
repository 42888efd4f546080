import type { ArticleLink, CalendarBlock, Entrance, PageBlock, RegionViews } from '@zhanqun/content';
import type { Link } from '@zhanqun/theming';

/** What the blocks of a made-up home page are filled with. */
interface Filling {
  readonly articles: (count: number, shift?: number) => ArticleLink[];
  readonly slides: readonly ArticleLink[];
  readonly documents: readonly ArticleLink[];
  readonly interpretations: readonly ArticleLink[];
  readonly departments: readonly Link[];
  readonly townships: readonly Link[];
  readonly body: unknown;
}

const picture = { url: '/_files/scene-1.svg', alt: '清水镇茶园', width: 960, height: 600 };

const service = (label: string, icon: string, note = '', isExternal = false): Entrance => ({
  label,
  url: isExternal ? 'https://www.example.com/service' : '/bsfw/',
  icon,
  note,
  isExternal,
});

/** 二月 of 2026: begins on a Sunday, so that the first week has one day. */
function february(): NonNullable<CalendarBlock['month']> {
  const cells = Array.from({ length: 35 }, (_, at) => {
    const number = at - 5;
    if (number < 1 || number > 28) return null;
    return {
      day: `2026-02-${String(number).padStart(2, '0')}`,
      number,
      count: number < 26 && number % 3 ? number % 7 : 0,
      isToday: number === 26,
      isAhead: number > 26,
    };
  });
  const weeks = Array.from({ length: 5 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return { label: '2026年2月', total: 61, weeks };
}

/** A block of every type there is, in all four regions; the compiler knows when one is added. */
export function everyBlock(filling: Filling): RegionViews {
  const { articles, slides, documents, interpretations, departments, townships, body } = filling;
  const blocks: { [T in PageBlock['type']]: Extract<PageBlock, { type: T }> } = {
    banner: {
      type: 'banner',
      title: '优化营商环境，服务市场主体',
      moreUrl: null,
      picture: { ...picture, width: 1200, height: 160 },
      showsTitle: true,
      link: { label: '优化营商环境', url: 'https://www.example.com/', isExternal: true },
    },
    headline: {
      type: 'headline',
      title: '政务要闻',
      moreUrl: '/xwzx/zwyw/',
      slides,
      articles: articles(8),
    },
    carousel: { type: 'carousel', title: '图片新闻', moreUrl: null, slides },
    tabs: {
      type: 'tabs',
      title: '动态与公告',
      moreUrl: null,
      tabs: [
        { title: '部门动态', moreUrl: '/xwzx/bmdt/', articles: articles(6, 3) },
        { title: '乡镇动态', moreUrl: '/xwzx/xzdt/', articles: articles(6, 5) },
        { title: '通知公告', moreUrl: '/tzgg/', articles: [] },
      ],
    },
    list: {
      type: 'list',
      title: '图说示范',
      note: ['一组组照片里的示范县。'],
      moreUrl: '/tssf/',
      style: 'pictures',
      articles: articles(4, 2).map((each, at) => ({
        ...each,
        coverUrl: at === 3 ? null : `/_files/scene-${at + 1}.svg`,
        coverAlt: '照片',
      })),
    },
    entrances: {
      type: 'entrances',
      title: '快捷入口',
      moreUrl: null,
      entrances: [
        service('政府信息公开', 'documents', '指南、制度、内容、年报'),
        service('办事服务', 'briefcase'),
        service('互动交流', 'letter', '来信、征集、访谈'),
        service('省政务服务网', 'building', '', true),
      ],
    },
    services: {
      type: 'services',
      title: '办事服务',
      moreUrl: '/bsfw/',
      groups: [
        {
          title: '个人办事',
          services: [service('医保参保', 'heart', '参保、缴费、报销'), service('居住证办理', 'card')],
        },
        {
          title: '法人办事',
          services: [service('企业开办', 'briefcase', '一个环节，一日办结'), service('办税', 'money')],
        },
      ],
    },
    policy: {
      type: 'policy',
      title: '政策与解读',
      moreUrl: null,
      documents: documents.slice(0, 4),
      interpretations: interpretations.slice(0, 4),
      documentsUrl: '/zwgk/zcwj/',
      interpretationsUrl: '/zwgk/zcjd/',
    },
    leaders: {
      type: 'leaders',
      title: '领导之窗',
      moreUrl: '/zwgk/ldxx/',
      leaders: articles(4).map((each, at) => ({
        ...each,
        title: ['周明远', '何晓岚', '欧阳建国', '孙丽'][at] ?? '',
        note: at === 0 ? '县委副书记、县长' : '副县长',
        coverUrl: at === 3 ? null : '/_files/scene-3.svg',
      })),
    },
    sites: {
      type: 'sites',
      title: '部门与乡镇网站',
      moreUrl: null,
      groups: [
        { title: '部门网站', links: departments },
        { title: '乡镇（街道）', links: townships },
      ],
    },
    topics: {
      type: 'topics',
      title: '专题专栏',
      moreUrl: '/zt/',
      topics: [
        { label: '优化营商环境', url: '/zt/yshj/', imageUrl: '/_files/scene-2.svg', isExternal: false },
        { label: '乡村全面振兴', url: '/zt/xczx/', imageUrl: null, isExternal: false },
        { label: '安全生产月', url: 'https://www.example.com/', imageUrl: null, isExternal: true },
      ],
    },
    calendar: {
      type: 'calendar',
      title: '发布日历',
      moreUrl: null,
      month: february(),
      upcoming: [
        { on: '2026-03-05', label: '县长在线访谈', link: { label: '县长在线访谈', url: '/hdjl/zxft/' } },
        { on: '2026-03-12', label: '义务植树活动', link: null },
      ],
    },
    video: {
      type: 'video',
      title: '一分钟看懂医保缴费',
      moreUrl: '/sp/',
      url: '/_files/film.mp4',
      poster: picture,
      note: ['今年的居民医保缴费已经开始。'],
    },
    'rich-text': { type: 'rich-text', title: '走进示范', moreUrl: null, body },
    hot: { type: 'hot', title: '热点文章', moreUrl: null, days: 30, articles: articles(6, 4) },
  };
  return {
    top: [blocks.banner, blocks.headline],
    main: [blocks.tabs, blocks.carousel, blocks.policy, blocks['rich-text']],
    aside: [blocks.entrances, blocks.hot, blocks.calendar],
    bottom: [blocks.list, blocks.services, blocks.leaders, blocks.video, blocks.topics, blocks.sites],
  };
}
