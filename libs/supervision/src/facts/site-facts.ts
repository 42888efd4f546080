import type { SiteCtx, WorkingCalendar } from '@zhanqun/kernel';
import type { Period, UpdateClass } from '@zhanqun/tenancy';

export interface ChannelFacts {
  readonly id: number;
  readonly name: string;
  /** Absolute address of its page. */
  readonly url: string;
  readonly updateClass: UpdateClass;
  readonly isTopLevel: boolean;
  /** The declared cycle of the channel; null when none applies (static). */
  readonly cycle: Period | null;
  /** Newest publication in the channel and below it. */
  readonly newestPublishedAt: Date | null;
  /** Published items in the channel and below it. */
  readonly publishedCount: number;
  readonly ownerOrganisationId: number | null;
  /** Shown to citizens, and not a mere link to elsewhere. */
  readonly isMeasured: boolean;
}

export interface PageFacts {
  readonly url: string;
  readonly kind: 'home' | 'channel' | 'article';
  readonly html: string;
}

export interface LinkFacts {
  /** Page the link stands on. */
  readonly pageUrl: string;
  readonly pageTitle: string;
  readonly target: string;
  readonly label: string;
}

/** A text that went live before its review, whose review is overdue. */
export interface OwedReviewFacts {
  readonly id: number;
  readonly title: string;
  /** Absolute address; of the site where the text is no longer public. */
  readonly url: string;
  readonly publishedAt: Date;
  readonly dueAt: Date;
  readonly publishedBy: string;
  readonly reason: string;
}

/** A document that the portal requires this site to carry, and whose day is over. */
export interface OwedCarryingFacts {
  readonly id: number;
  readonly title: string;
  /** Absolute address of the original. */
  readonly url: string;
  readonly sentAt: Date;
  /** Last day, Shanghai. */
  readonly dueOn: string;
  readonly isAccepted: boolean;
}

/** Words of a published text that the text check forbids, and that nobody answered for yet. */
export interface GraveHitFacts {
  readonly articleId: number;
  readonly title: string;
  /** Absolute address of the article. */
  readonly url: string;
  readonly text: string;
  readonly reason: string;
  readonly foundAt: Date;
}

/** The one thing an indicator may ask: a thin reading face over the public services below. */
export abstract class SiteFacts {
  abstract calendar(ctx: SiteCtx): WorkingCalendar;
  abstract homeUrl(ctx: SiteCtx): string;
  /** Newest publication time among the items that the home page shows; null when it shows none. */
  abstract homeNewest(ctx: SiteCtx): Promise<Date | null>;
  /** 应急发布后逾期未补审的. */
  abstract owedReviews(ctx: SiteCtx): Promise<readonly OwedReviewFacts[]>;
  /** 要求转载而逾期未转载的. */
  abstract owedCarryings(ctx: SiteCtx): Promise<readonly OwedCarryingFacts[]>;
  /** 已发布内容中禁止发布的问题, as the last run over published texts left them. */
  abstract graveHits(ctx: SiteCtx): Promise<readonly GraveHitFacts[]>;
  abstract channels(ctx: SiteCtx): Promise<readonly ChannelFacts[]>;
  /** Rendered pages: home, every channel, and the newest articles. */
  abstract pages(ctx: SiteCtx): AsyncIterable<PageFacts>;
  /** Links from published texts that lead into the site network. */
  abstract internalLinks(ctx: SiteCtx): AsyncIterable<LinkFacts>;
  /** Whether an address of the network leads to a page or file that is there. */
  abstract resolves(ctx: SiteCtx, target: string): Promise<boolean>;
}
