import type { Link } from '@zhanqun/theming';
import type { ArticleLink } from '../article/article.view';

interface BlockBase {
  readonly title: string;
  readonly moreUrl: string | null;
}
/** 头条: pictures (articles with a cover first) beside the newest headlines. */
export interface HeadlineBlock extends BlockBase {
  readonly type: 'headline';
  readonly slides: readonly ArticleLink[];
  readonly articles: readonly ArticleLink[];
}
export interface ListBlock extends BlockBase {
  readonly type: 'list';
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
/** 快捷入口. `icon` names a symbol of the theme's sprite. */
export interface EntrancesBlock extends BlockBase {
  readonly type: 'entrances';
  readonly entrances: readonly (Link & { readonly icon: string; readonly note: string })[];
}
/** 政策与解读 side by side. */
export interface PolicyBlock extends BlockBase {
  readonly type: 'policy';
  readonly documents: readonly ArticleLink[];
  readonly interpretations: readonly ArticleLink[];
  readonly documentsUrl: string;
  readonly interpretationsUrl: string;
}
/** 部门、乡镇网站 links of the network. */
export interface SitesBlock extends BlockBase {
  readonly type: 'sites';
  readonly groups: readonly { readonly title: string; readonly links: readonly Link[] }[];
}
/** 专题 banners. */
export interface TopicsBlock extends BlockBase {
  readonly type: 'topics';
  readonly topics: readonly (Link & { readonly imageUrl: string | null })[];
}
export type HomeBlock =
  HeadlineBlock | ListBlock | TabsBlock | EntrancesBlock | PolicyBlock | SitesBlock | TopicsBlock;

/** pages/home.njk */
export interface HomeView {
  readonly regions: {
    readonly top: readonly HomeBlock[];
    readonly main: readonly HomeBlock[];
    readonly aside: readonly HomeBlock[];
    readonly bottom: readonly HomeBlock[];
  };
}
