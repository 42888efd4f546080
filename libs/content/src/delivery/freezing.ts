import { Injectable } from '@nestjs/common';
import type { SiteCtx, SiteRef } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { articlePath } from '../article/article-address';
import type { Article } from '../article/article.entity';
import { TravellingFiles } from '../asset/travelling-files';
import { ArticleRevision } from '../revision/article-revision.entity';
import { freeze, type DeliveredDocument } from './delivered-document';

/** 封装: at the sender, turns the live text of a published article into the document that travels. */
@Injectable()
export class Freezing {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly travelling: TravellingFiles,
  ) {}

  /** Lays the files into the receiver's mailbox, so call it outside a transaction. */
  async document(ctx: SiteCtx, article: Article, receiver: SiteRef): Promise<DeliveredDocument> {
    const live = await this.db.site(ctx, ArticleRevision).findOne({ id: article.liveRevisionId ?? 0 });
    if (!live) throw new Error(`article ${article.id} is published without a live revision`);
    const path = articlePath({ id: article.id, publishedAt: article.publishedAt ?? ctx.now });
    const files = await this.travelling.pack(ctx, live, receiver);
    return freeze(article, live, this.directory.siteUrl(ctx.site, path), files);
  }

  /** Takes the files of a document that nobody will open any more out of the mailbox. */
  async discard(receiverId: number, { files }: DeliveredDocument): Promise<void> {
    const receiver = this.directory.byId(receiverId);
    if (receiver) await this.travelling.discard(receiver, files);
  }
}
