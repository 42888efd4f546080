import { Injectable } from '@nestjs/common';
import { canDo, must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, SiteDirectory } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { Article, type WithdrawnWay } from '../article/article.entity';
import { ArticleService } from '../article/article.service';
import { TravellingFiles, type UnpackedFiles } from '../asset/travelling-files';
import { Publishing } from '../review/publishing';
import { ReviewService } from '../review/review.service';
import type { ArticleRevision } from '../revision/article-revision.entity';
import { kindAtReceiver, textFor, type DeliveredDocument } from './delivered-document';
import { Delivery } from './delivery.entity';
import { copyBeingEdited, nothingToApply } from './delivery.errors';
import { deliveryReview } from './delivery-settings';
import { DeliveryHistory } from './history/delivery-history';

const LONGEST_REASON = 500;

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
    private readonly directory: SiteDirectory,
    private readonly history: DeliveryHistory,
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
    article.origin = this.originOf(delivery, document);
    await this.db.site(ctx, Article).save(article);
    await this.keepIndexNumber(ctx, article, document);
    await this.release(ctx, article, revision, delivery.needsReview);
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
      if (article.state === 'published') await this.takeDown(ctx, article, delivery);
    } else if (delivery.pendingDocument) {
      article.origin = this.originOf(delivery, delivery.pendingDocument);
      await this.db.site(ctx, Article).save(article);
      await this.rewrite(ctx, article, delivery, files);
    }
    await this.settle(ctx, delivery, 'applied', delivery.pendingDocument ?? delivery.document);
  }

  /** 不采用来源变更. */
  async keep(ctx: EditorCtx, delivery: Delivery): Promise<void> {
    if (delivery.sourceState === 'current') throw nothingToApply({ id: delivery.id });
    await this.settle(ctx, delivery, 'ignored', delivery.document);
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
    { pendingDocument, document, needsReview }: Delivery,
    files: UnpackedFiles,
  ): Promise<void> {
    await this.articles.revise(ctx, article.id);
    const revised = await this.articles.getForChange(ctx, article.id, 'update');
    const open = await this.articles.getOpenRevision(ctx, revised);
    const { article: edited, revision } = await this.articles.edit(ctx, article.id, {
      ...textFor(pendingDocument ?? document, files),
      version: open.version,
    });
    await this.release(ctx, edited, revision, needsReview);
  }

  /**
   * The copy ends as its source did: gone, expired or with a notice. A merged source leads on to the copy of
   * the article that took its place, where this site has one; else the notice names its address.
   */
  private async takeDown(ctx: EditorCtx, article: Article, delivery: Delivery): Promise<void> {
    const { sourceWay, sourceReason, sourceLeadsTo } = delivery;
    const reason = `来源已撤下：${sourceReason}`;
    if (sourceWay !== 'merged') {
      const way: WithdrawnWay = sourceWay === 'notice' || sourceWay === 'expired' ? sourceWay : 'gone';
      await this.publishing.takeDown(ctx, article, reason, way);
      return;
    }
    const into = await this.successorHere(ctx, delivery);
    if (into !== null && into !== article.id) {
      await this.publishing.takeDown(ctx, article, reason, 'merged', into);
      return;
    }
    const whereTo = sourceLeadsTo ? `${reason}；新稿地址：${sourceLeadsTo}` : reason;
    await this.publishing.takeDown(ctx, article, whereTo.slice(0, LONGEST_REASON), 'notice');
  }

  private async successorHere(ctx: SiteCtx, delivery: Delivery): Promise<number | null> {
    const { fromSiteId, sourceMergedIntoId } = delivery;
    if (sourceMergedIntoId === null) return null;
    const where = { fromSiteId, toSiteId: ctx.site.id, sourceArticleId: sourceMergedIntoId };
    const successor = await this.db
      .shared(ctx, Delivery)
      .findOne({ ...where, state: 'accepted', copyState: 'live' });
    const id = successor?.copyArticleId ?? null;
    if (id === null) return null;
    return (await this.db.site(ctx, Article).count({ id, state: 'published' })) === 1 ? id : null;
  }

  private originOf({ fromSiteId }: Delivery, { url }: DeliveredDocument): Article['origin'] {
    const name = this.directory.byId(fromSiteId)?.name;
    return name === undefined ? null : { name, url };
  }

  private async release(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    needsReview: boolean,
  ): Promise<void> {
    const rule = needsReview ? 'review' : this.settings.get(ctx, deliveryReview);
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
    decision: 'applied' | 'ignored',
    document: DeliveredDocument,
  ): Promise<void> {
    const what = decision === 'applied' ? '采用来源变更' : '不采用来源变更';
    const wasWithdrawn = delivery.sourceState === 'withdrawn';
    Object.assign(delivery, { document, pendingDocument: null, sourceState: 'current' });
    // A withdrawn source and its copy are done with each other; published again, it may be sent again.
    if (wasWithdrawn) delivery.openKey = null;
    await this.db.shared(ctx, Delivery).save(delivery);
    await this.history.add(ctx, delivery, decision);
    await this.audit.record(ctx, {
      action: 'delivery.follow',
      subject: 'Delivery',
      subjectId: delivery.id,
      summary: `${what}《${delivery.title}》`,
    });
  }
}
