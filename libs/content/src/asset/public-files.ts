import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import type { PageFrame } from '@zhanqun/theming';
import { Asset } from './asset.entity';
import { AssetPlaces } from './asset-places';
import { articleShowing, fileByPath, type PublicFileRow } from './asset-use.sql';

export type PublicFile = Pick<Asset, 'name' | 'kind' | 'mime' | 'sha256' | 'path' | 'storedAs'>;

/**
 * Which files of a site citizens may read: those that a published text or the look of the site shows
 * now. A draft's picture is not there yet, a withdrawn document's attachment is not there any more. One
 * statement; more only for the first reader after a publication.
 */
@Injectable()
export class PublicFiles {
  constructor(
    private readonly db: Db,
    private readonly places: AssetPlaces,
  ) {}

  async find(ctx: SiteCtx, path: string, look: PageFrame['theme']): Promise<PublicFile | null> {
    const query = fileByPath(ctx.site.id, path);
    const [file] = await this.db.sql<PublicFileRow>(ctx, query.text, query.parameters);
    if (!file) return null;
    const isShown =
      Number(file.isShown) === 1 ||
      isInLook(look, path) ||
      (await this.findArticle(ctx, file.id, path)) ||
      (await this.places.isPublicElsewhere(ctx, path));
    return isShown ? file : null;
  }

  private async findArticle(ctx: SiteCtx, assetId: number, path: string): Promise<boolean> {
    const query = articleShowing(ctx.site.id, path);
    const [article] = await this.db.sql<{ id: number }>(ctx, query.text, query.parameters);
    if (!article) return false;
    await this.db.site(ctx, Asset).updateWhere({ id: assetId }, { shownById: article.id });
    return true;
  }
}

const isInLook = ({ settings }: PageFrame['theme'], path: string): boolean =>
  JSON.stringify(settings).includes(`/_files/${path}`);
