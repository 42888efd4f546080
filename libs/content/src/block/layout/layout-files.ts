import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { homeTag } from '@zhanqun/theming';
import { AssetPlaces, AssetUseSource, type AssetPlace } from '../../asset/asset-places';
import { topicTag } from '../../topic/topic-tags';
import { HOME } from './layout-reading';
import { PageLayout } from './page-layout.entity';

const MOST_LAYOUTS = 200;
const PATHS = /\d{6}\/[a-z0-9][a-z0-9-]*\.[a-z0-9]{1,5}/g;

/** Files that layouts of the site show, in drafts too. */
@Injectable()
export class LayoutFiles extends AssetUseSource implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly places: AssetPlaces,
  ) {
    super();
  }

  onModuleInit(): void {
    this.places.register(this);
  }

  override async placesOf(ctx: SiteCtx, path: string): Promise<readonly AssetPlace[]> {
    return (await this.all(ctx))
      .filter(({ draft, published }) => holds(draft, path) || holds(published, path))
      .map(({ page }) => ({ kind: 'look', id: null, title: page === HOME ? '首页版面' : '专题版面' }));
  }

  override async isPublic(ctx: SiteCtx, path: string): Promise<boolean> {
    return (await this.all(ctx)).some(({ published }) => holds(published, path));
  }

  override async paths(ctx: SiteCtx): Promise<readonly string[]> {
    return (await this.all(ctx)).flatMap(({ draft, published }) => [
      ...new Set(JSON.stringify([draft, published]).match(PATHS)),
    ]);
  }

  override async tags(ctx: SiteCtx, path: string): Promise<readonly string[]> {
    return (await this.all(ctx))
      .filter(({ published }) => holds(published, path))
      .map(({ page }) => (page === HOME ? homeTag(ctx.site.id) : topicTag(Number(page.slice(6)))));
  }

  private all(ctx: SiteCtx): Promise<Pick<PageLayout, 'page' | 'draft' | 'published'>[]> {
    return this.db.site(ctx, PageLayout).select(['page', 'draft', 'published'], { take: MOST_LAYOUTS });
  }
}

const holds = (blocks: PageLayout['published'], path: string): boolean =>
  blocks !== null && JSON.stringify(blocks).includes(path);
