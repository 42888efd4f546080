import { Injectable } from '@nestjs/common';
import { canDo, must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { Article } from '../article/article.entity';
import { ArticleService } from '../article/article.service';
import { TravellingFiles, type UnpackedFiles } from '../asset/travelling-files';
import { Publishing } from '../review/publishing';
import { ReviewService } from '../review/review.service';
import type { ArticleRevision } from '../revision/article-revision.entity';
import { kindAtReceiver, textFor, type DeliveredDocument } from './delivered-document';
import { Delivery } from './delivery.entity';
import { copyBeingEdited, nothingToApply } from './delivery.errors';
import { deliveryReview } from './delivery-settings';

/**
 * 接收: what happens with a delivered document at the receiver, in the receiver's own context. The text
 * was reviewed where it comes from; whether it is reviewed again is the receiver's rule.
 */
@Injectable()
export class Reception {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly settings: Settings,
    private readonly articles: ArticleService,
    private readonly reviews: ReviewService,
    private readonly publishing: Publishing,
    private readonly travelling: TravellingFiles,
  ) {}

  /** Takes the files of a document into this site's library. Call it outside a transaction. */
  async unpack(ctx: EditorCtx, document: DeliveredDocument | null): Promise<UnpackedFiles> {
    if (!document) return { body: '', coverAssetId: null, attachmentIds: [] };
    return this.travelling.unpack(ctx, document.files, document.body);
  }

  /** Makes the copy: live at once where the rules allow it, else in the receiver's review. */
  async take(ctx: EditorCtx, delivery: Delivery, channelId: number, files: UnpackedFiles): Promise<Article> {
    const { document } = delivery;
    const { article, revision } = await this.articles.draftOnce(ctx, `delivery:${delivery.id}`, {
      ...textFor(document, files),
      channelId,
      kind: kindAtReceiver(document),
    });
    await this.keepIndexNumber(ctx, article, document);
    await this.release(ctx, article, revision);
    return article;
  }

  /**
   * 采用来源变更. A withdrawn source takes its copy down; a corrected one becomes a new revision of the copy.
   * Raises `content.delivery.copyBeingEdited` while somebody here works on another text of it.
   */
  async follow(ctx: EditorCtx, delivery: Delivery, files: UnpackedFiles): Promise<void> {
    const article = await this.copyOf(ctx, delivery);
    if (delivery.sourceState === 'current' || !article) throw nothingToApply({ id: delivery.id });
    if (article.openRevisionId !== null) throw copyBeingEdited({ articleId: article.id });
    if (delivery.sourceState === 'withdrawn') {
      must(ctx, 'withdraw', article);
      if (article.state === 'published')
        await this.publishing.takeDown(ctx, article, `来源已撤下：${delivery.sourceReason}`);
    } else if (delivery.pendingDocument) {
      await this.rewrite(ctx, article, delivery.pendingDocument, files);
    }
    await this.settle(ctx, delivery, '采用来源变更', delivery.pendingDocument ?? delivery.document);
  }

  /** 不采用来源变更. */
  async keep(ctx: EditorCtx, delivery: Delivery): Promise<void> {
    if (delivery.sourceState === 'current') throw nothingToApply({ id: delivery.id });
    await this.settle(ctx, delivery, '不采用来源变更', delivery.document);
  }

  /**
   * Whether a job may follow the source without asking: nobody is working on the copy, and a correction
   * does not bring back what was taken down here.
   */
  async canFollow(ctx: SiteCtx, delivery: Delivery): Promise<boolean> {
    const article = await this.copyOf(ctx, delivery);
    if (article?.openRevisionId !== null) return false;
    return article.state === 'published' || delivery.sourceState === 'withdrawn';
  }

  private async rewrite(
    ctx: EditorCtx,
    article: Article,
    document: DeliveredDocument,
    files: UnpackedFiles,
  ): Promise<void> {
    await this.articles.revise(ctx, article.id);
    const revised = await this.articles.getForChange(ctx, article.id, 'update');
    const open = await this.articles.getOpenRevision(ctx, revised);
    const { article: edited, revision } = await this.articles.edit(ctx, article.id, {
      ...textFor(document, files),
      version: open.version,
    });
    await this.release(ctx, edited, revision);
  }

  private async release(ctx: EditorCtx, article: Article, revision: ArticleRevision): Promise<void> {
    const rule = this.settings.get(ctx, deliveryReview);
    // What was taken down here comes back only through a review here, like every other article.
    if (rule === 'review' || article.state === 'withdrawn' || !canDo(ctx, 'publish', article)) {
      await this.reviews.submit(ctx, article.id);
      return;
    }
    // The steps were walked at the source; here one signature stands for the taking over.
    Object.assign(revision, { state: 'approved', steps: ['initialReview'], approvedAt: ctx.now });
    await this.publishing.goLive(ctx, article, revision);
  }

  /** 索引号 never changes with the publisher, so a copied policy document keeps its own. */
  private async keepIndexNumber(
    ctx: SiteCtx,
    article: Article,
    { indexNumber }: DeliveredDocument,
  ): Promise<void> {
    if (indexNumber === null || article.kind !== 'policyDocument') return;
    if ((await this.db.site(ctx, Article).count({ indexNumber })) > 0) return;
    article.indexNumber = indexNumber;
    await this.db.site(ctx, Article).save(article);
  }

  private copyOf(ctx: SiteCtx, { copyArticleId }: Delivery): Promise<Article | null> {
    return this.db.site(ctx, Article).findOne({ id: copyArticleId ?? 0 }, { lock: 'write' });
  }

  private async settle(
    ctx: EditorCtx,
    delivery: Delivery,
    what: string,
    document: DeliveredDocument,
  ): Promise<void> {
    const wasWithdrawn = delivery.sourceState === 'withdrawn';
    Object.assign(delivery, { document, pendingDocument: null, sourceState: 'current' });
    // A withdrawn source and its copy are done with each other; published again, it may be sent again.
    if (wasWithdrawn) delivery.openKey = null;
    await this.db.shared(ctx, Delivery).save(delivery);
    await this.audit.record(ctx, {
      action: 'delivery.follow',
      subject: 'Delivery',
      subjectId: delivery.id,
      summary: `${what}《${delivery.title}》`,
    });
  }
}
