import type { ArticleView, HomeView } from '@zhanqun/content';
import type { MetaTag } from '@zhanqun/theming';
import { homes } from './homes-data';
import { channel, channelIndex, noPager } from './lists-data';
import { interpretation, news, policyDocument, voidDocument } from './articles-data';
import { channelPages } from './channels-data';
import { blocksOfEveryType } from './every-block';
import type { GalleryFrame, GalleryPage } from './gallery-page';
import { kindViews } from './kinds-data';
import { newsBody } from './texts-data';

/** Home pages, channels and articles of every kind. */
export function contentPages(frame: GalleryFrame): GalleryPage[] {
  const home = frame.info(frame.chrome.site.name, '/');
  const kinds = kindViews(news);
  const article = (name: string, template: string, view: ArticleView, at: number, ...trail: string[]) =>
    frame.page(
      name,
      template,
      view,
      frame.info(view.article.title, `/art/202602/${at}.html`, trail, tagsOf(view)),
    );
  return [
    frame.page('home', 'home', homes[frame.face], home),
    frame.page(
      'home-blocks',
      'home',
      { regions: blocksOfEveryType(), hasCards: true } satisfies HomeView,
      home,
    ),
    frame.page(
      'channel',
      'channel',
      channel,
      frame.info('政策文件', '/zwgk/zcwj/p4/', ['政务公开', '政策文件']),
    ),
    frame.page(
      'channel-empty',
      'channel',
      { ...channel, articles: [], pager: noPager },
      frame.info('规划计划', '/zwgk/ghjh/', ['政务公开', '规划计划']),
    ),
    frame.page(
      'channel-index',
      'channel-index',
      channelIndex,
      frame.info('政务公开', '/zwgk/', ['政务公开']),
    ),
    article('article', 'article', news, 4107, '新闻中心', '政务要闻'),
    article('policy-document', 'policy-document', policyDocument, 4114, '政务公开', '政策文件'),
    article('policy-document-void', 'policy-document', voidDocument, 4115, '政务公开', '政策文件'),
    article('interpretation', 'interpretation', interpretation, 4121, '政务公开', '政策解读'),
    ...Object.entries(kinds).map(([name, view]) =>
      article(name, name.replace('-qa', ''), view, 4130, '政务公开'),
    ),
    ...Object.entries(channelPages(channel, kinds, newsBody)).map(([name, { title, view }]) =>
      frame.page(name, name, view, frame.info(title, `/zwgk/${name}/`, ['政务公开', title])),
    ),
  ];
}

const tagsOf = ({ channel: { label }, article: { title, source } }: ArticleView): MetaTag[] => [
  { name: 'ColumnName', content: label },
  { name: 'ColumnType', content: '政务动态' },
  { name: 'ArticleTitle', content: title },
  { name: 'PubDate', content: '2026-02-27 16:40' },
  { name: 'ContentSource', content: source },
];
