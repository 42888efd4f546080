import { Injectable } from '@nestjs/common';
import type { EditorCtx, Page } from '@zhanqun/kernel';
import { Db, In, SiteDirectory } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { toTopicDetailView, toTopicItemView, type TopicDetailView, type TopicPageView } from './topic.dto';
import type { Topic } from './topic.entity';
import { TopicService } from './topic.service';
import { PUBLIC_STATES } from './topic-state';

/** Topics as the console shows them. */
@Injectable()
export class TopicViews {
  constructor(
    private readonly db: Db,
    private readonly topics: TopicService,
    private readonly directory: SiteDirectory,
  ) {}

  page(ctx: EditorCtx, page: Page<Topic>): TopicPageView {
    return { ...page, items: page.items.map((topic) => toTopicItemView(topic, this.urlOf(ctx, topic))) };
  }

  async detail(ctx: EditorCtx, id: number): Promise<TopicDetailView> {
    const topic = await this.topics.get(ctx, id);
    const ids = [...new Set(topic.sections.flatMap((section) => section.articleIds))];
    const rows =
      ids.length === 0
        ? []
        : await this.db.site(ctx, Article).select(['id', 'title', 'state'], { where: { id: In(ids) } });
    return toTopicDetailView(topic, {
      url: this.urlOf(ctx, topic),
      moves: this.topics.movesFor(ctx, topic),
      articles: new Map(
        rows.map(({ id: articleId, title, state }) => [
          articleId,
          { id: articleId, title, isPublished: state === 'published' },
        ]),
      ),
    });
  }

  private urlOf({ site }: EditorCtx, { state, path }: Topic): string {
    const isOpen = PUBLIC_STATES.includes(state) && site.host !== '';
    return isOpen ? this.directory.siteUrl(site, `/zt/${path}/`) : '';
  }
}
