import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import {
  columnTags,
  notFound,
  redirect,
  siteTags,
  view,
  type PageFrame,
  type PageResult,
} from '@zhanqun/theming';
import { articlePath, PageAddresses } from '../article/article-address';
import { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import { articlePageTag, articleTag } from '../channel/channel-tags';
import { breadcrumbTo, channelLink, columnTagFacts } from '../page/page-parts';
import type { WithdrawnView } from './withdrawn.view';

const TTL_SECONDS = 24 * 3600;
const MOST_STEPS = 10;
const TITLES = { gone: '内容已撤下', notice: '内容已撤下', expired: '内容已过有效期' } as const;

/** What the address of an article that is no longer published answers; nothing of its text is ever read here. */
@Injectable()
export class WithdrawnReading {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly directory: SiteDirectory,
  ) {}

  async at(ctx: SiteCtx, id: number, frame: PageFrame): Promise<PageResult> {
    const article = await this.db.site(ctx, Article).findOne({ id, state: 'withdrawn' });
    if (!article?.publishedAt) return notFound;
    if (article.withdrawnWay === 'merged') {
      const target = await this.newestPlace(ctx, article);
      if (target?.publishedAt)
        return redirect(articlePath({ id: target.id, publishedAt: target.publishedAt }));
    }
    return this.page(ctx, article, article.publishedAt, frame);
  }

  /** Follows mergers to the article that stands now; null when that one is gone without a successor. */
  private async newestPlace(ctx: SiteCtx, from: Article): Promise<Article | null> {
    let at: Article | null = from;
    for (let step = 0; step < MOST_STEPS && at?.withdrawnWay === 'merged'; step += 1) {
      at =
        at.mergedIntoId === null ? null : await this.db.site(ctx, Article).findOne({ id: at.mergedIntoId });
    }
    return at && at.withdrawnWay !== 'merged' ? at : null;
  }

  private async page(
    ctx: SiteCtx,
    article: Article,
    publishedAt: Date,
    frame: PageFrame,
  ): Promise<PageResult> {
    const addresses = new PageAddresses(this.directory, ctx.site);
    const tree = await this.channels.tree(ctx);
    const channel = tree.find(article.channelId);
    const shown = channel?.isOpen ? channel : null;
    const isKept = article.deletedAt === null && article.withdrawnWay === 'notice';
    const way = isKept ? 'notice' : article.withdrawnWay === 'expired' ? 'expired' : 'gone';
    const data: WithdrawnView = {
      way,
      title: isKept ? article.title : '',
      reason: isKept ? article.withdrawnReason : '',
      withdrawnAt: way === 'gone' ? null : article.withdrawnAt,
      channel: shown && channelLink(shown, addresses),
    };
    const tags = shown ? columnTags(frame.site, columnTagFacts(shown)) : siteTags(frame.site);
    return view('pages/withdrawn.njk', data, {
      status: isKept ? 200 : 410,
      tags: [articleTag(article.id), articlePageTag(article.id)],
      ttlSeconds: TTL_SECONDS,
      canonicalPath: articlePath({ id: article.id, publishedAt }),
      page: {
        title: isKept ? `${article.title}（已撤下）` : TITLES[way],
        tags: isKept ? tags : [...tags, { name: 'robots', content: 'noindex' }],
        breadcrumb: shown
          ? [...breadcrumbTo(tree, shown, addresses), { label: TITLES[way], url: '', isCurrent: true }]
          : [],
      },
    });
  }
}
