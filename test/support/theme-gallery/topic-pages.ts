import { blocksOfEveryType } from './every-block';
import type { GalleryFrame, GalleryPage } from './gallery-page';
import { topicList, topicView } from './kinds-data';
import { articles } from './links-data';

/** 专题: under way, over, laid out by hand, and the list of them. */
export function topicPages(frame: GalleryFrame): GalleryPage[] {
  const ploughing = frame.info('春耕备耕进行时', '/zt/chungeng/', ['专题', '春耕备耕进行时']);
  return [
    frame.page('topic', 'topic', topicView(articles(10)), ploughing),
    frame.page(
      'topic-over',
      'topic',
      {
        ...topicView(articles(10)),
        topic: { ...topicView([]).topic, look: 'red', bannerUrl: null, isOver: true },
      },
      frame.info('经济普查', '/zt/jjpc/', ['专题', '经济普查']),
    ),
    frame.page('topic-blocks', 'topic', { ...topicView([]), regions: blocksOfEveryType() }, ploughing),
    frame.page('topics', 'topics', topicList, frame.info('专题', '/zt/', ['专题'])),
  ];
}
