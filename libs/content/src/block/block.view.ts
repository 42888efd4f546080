import type { Link } from '@zhanqun/theming';
import type { ArticleLink } from '../article/article.view';

interface BlockBase {
  readonly title: string;
  readonly moreUrl: string | null;
}
export interface Entrance extends Link {
  /** Names a symbol of the theme's sprite. */
  readonly icon: string;
  readonly note: string;
}
export interface Picture {
  readonly url: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** 头条: pictures (articles with a cover first) beside the newest headlines. */
export interface HeadlineBlock extends BlockBase {
  readonly type: 'headline';
  readonly slides: readonly ArticleLink[];
  readonly articles: readonly ArticleLink[];
}
/** 图片轮播: pauses on request, stands still where motion is unwelcome, a strip to scroll without script. */
export interface CarouselBlock extends BlockBase {
  readonly type: 'carousel';
  readonly slides: readonly ArticleLink[];
}
export interface ListBlock extends BlockBase {
  readonly type: 'list';
  readonly note?: readonly string[];
  readonly style?: 'list' | 'pictures' | 'headline';
  readonly articles: readonly ArticleLink[];
}
/** 选项卡: several channels in one box; without JavaScript they stand one below the other. */
export interface TabsBlock extends BlockBase {
  readonly type: 'tabs';
  readonly tabs: readonly {
    readonly title: string;
    readonly moreUrl: string;
    readonly articles: readonly ArticleLink[];
  }[];
}
/** 快捷入口. */
export interface EntrancesBlock extends BlockBase {
  readonly type: 'entrances';
  readonly entrances: readonly Entrance[];
}
/** 办事服务: what people and what enterprises come for. */
export interface ServicesBlock extends BlockBase {
  readonly type: 'services';
  readonly groups: readonly { readonly title: string; readonly services: readonly Entrance[] }[];
}
/** 政策与解读 side by side. */
export interface PolicyBlock extends BlockBase {
  readonly type: 'policy';
  readonly documents: readonly ArticleLink[];
  readonly interpretations: readonly ArticleLink[];
  readonly documentsUrl: string;
  readonly interpretationsUrl: string;
}
/** 领导之窗. */
export interface LeadersBlock extends BlockBase {
  readonly type: 'leaders';
  readonly leaders: readonly ArticleLink[];
}
/** 部门、乡镇网站 links of the network. */
export interface SitesBlock extends BlockBase {
  readonly type: 'sites';
  readonly groups: readonly { readonly title: string; readonly links: readonly Link[] }[];
}
/** 专题. */
export interface TopicsBlock extends BlockBase {
  readonly type: 'topics';
  readonly topics: readonly (Link & { readonly imageUrl: string | null })[];
}
/** 横幅: one picture that leads somewhere, or says something by itself. */
export interface BannerBlock extends BlockBase {
  readonly type: 'banner';
  readonly picture: Picture;
  /** The title stands on the picture; else it is the picture's alternative. */
  readonly showsTitle: boolean;
  readonly link: Link | null;
}
export interface CalendarDay {
  readonly day: string;
  readonly number: number;
  readonly count: number;
  readonly isToday: boolean;
  readonly isAhead: boolean;
}
/** 发布日历 of the month, and what is coming. */
export interface CalendarBlock extends BlockBase {
  readonly type: 'calendar';
  readonly month: {
    readonly label: string;
    readonly total: number;
    /** Monday first; null stands before the first and after the last day. */
    readonly weeks: readonly (readonly (CalendarDay | null)[])[];
  } | null;
  readonly upcoming: readonly { readonly on: string; readonly label: string; readonly link: Link | null }[];
}
/** 视频: a film of the own library. */
export interface VideoBlock extends BlockBase {
  readonly type: 'video';
  readonly url: string;
  readonly poster: Picture | null;
  readonly note: readonly string[];
}
/** 图文: `body` is a SanitizedHtml value. */
export interface RichTextBlock extends BlockBase {
  readonly type: 'rich-text';
  readonly body: unknown;
}
/** 热点文章. */
export interface HotBlock extends BlockBase {
  readonly type: 'hot';
  readonly days: number;
  readonly articles: readonly ArticleLink[];
}
export type PageBlock =
  | HeadlineBlock
  | CarouselBlock
  | ListBlock
  | TabsBlock
  | EntrancesBlock
  | ServicesBlock
  | PolicyBlock
  | LeadersBlock
  | SitesBlock
  | TopicsBlock
  | BannerBlock
  | CalendarBlock
  | VideoBlock
  | RichTextBlock
  | HotBlock;

/** What a block of that kind shows, without its name. */
export type BlockBody<C extends PageBlock['type']> = Omit<Extract<PageBlock, { type: C }>, 'type'>;

/** Blocks of a page by the regions of its theme. */
export type RegionViews = Readonly<Record<string, readonly PageBlock[]>>;
