import type { Link } from '@zhanqun/theming';
import type { ArticleLink } from '../article/article.view';
import type { RegionViews } from '../block/block.view';

/** 专题的一个栏目. */
export interface TopicSectionBlock {
  readonly title: string;
  /** Paragraphs. */
  readonly intro: readonly string[];
  readonly style: 'list' | 'pictures' | 'headline';
  readonly articles: readonly ArticleLink[];
  /** The channel it is taken from. */
  readonly more: Link | null;
}

/** pages/topic.njk */
export interface TopicView {
  readonly topic: {
    readonly name: string;
    readonly intro: readonly string[];
    readonly look: 'red' | 'blue' | 'green' | 'gold' | 'ink';
    readonly bannerUrl: string | null;
    readonly bannerAlt: string;
    readonly owner: string;
    /** `YYYY-MM-DD` */
    readonly startsOn: string;
    readonly endsOn: string;
    /** 已结束: the page stays, nothing is added any more. */
    readonly isOver: boolean;
  };
  /** Without a layout of its own: the sections as the topic lists them. */
  readonly sections: readonly TopicSectionBlock[];
  /** 版面 of its own; null while none was published. */
  readonly regions: RegionViews | null;
  readonly listUrl: string;
}

export interface TopicCard {
  readonly name: string;
  readonly url: string;
  readonly bannerUrl: string | null;
  readonly bannerAlt: string;
  readonly look: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** pages/topics.njk */
export interface TopicListView {
  readonly running: readonly TopicCard[];
  readonly over: readonly TopicCard[];
}
