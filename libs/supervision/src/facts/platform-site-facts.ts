import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { SiteCtx, WorkingCalendar } from '@zhanqun/kernel';
import { ContentFacts, DeliveryReading } from '@zhanqun/content';
import { SiteDirectory } from '@zhanqun/platform';
import { Regulations } from '@zhanqun/tenancy';
import { PublicSite, type Answer } from '@zhanqun/theming';
import { linksOf, newestTime } from './page-reading';
import {
  SiteFacts,
  type ChannelFacts,
  type GraveHitFacts,
  type LinkFacts,
  type OwedCarryingFacts,
  type OwedReviewFacts,
  type PageFacts,
} from './site-facts';

const MOST_REDIRECTS = 3;

/** Facts about a site hosted here: content's own figures, and pages exactly as a citizen gets them. */
@Injectable()
export class PlatformSiteFacts extends SiteFacts {
  constructor(
    private readonly content: ContentFacts,
    private readonly deliveries: DeliveryReading,
    private readonly publicSite: PublicSite,
    private readonly directory: SiteDirectory,
    private readonly regulations: Regulations,
  ) {
    super();
  }

  override calendar(ctx: SiteCtx): WorkingCalendar {
    return this.regulations.for(ctx.site).calendar;
  }

  override homeUrl(ctx: SiteCtx): string {
    return this.directory.siteUrl(ctx.site, '/');
  }

  override async homeNewest(ctx: SiteCtx): Promise<Date | null> {
    const html = await this.html(this.homeUrl(ctx));
    return html === null ? null : newestTime(html);
  }

  override async owedReviews(ctx: SiteCtx): Promise<readonly OwedReviewFacts[]> {
    return (await this.content.owedReviews(ctx)).map(({ path, ...owed }) => ({
      ...owed,
      url: this.directory.siteUrl(ctx.site, path ?? '/'),
    }));
  }

  override async graveHits(ctx: SiteCtx): Promise<readonly GraveHitFacts[]> {
    return (await this.content.graveHits(ctx)).map(({ path, ...hit }) => ({
      ...hit,
      url: this.directory.siteUrl(ctx.site, path),
    }));
  }

  override async owedCarryings(ctx: SiteCtx): Promise<readonly OwedCarryingFacts[]> {
    return (await this.deliveries.owedCarryings(ctx)).map(
      ({ id, title, document, sentAt, dueOn, state }) => ({
        id,
        title,
        url: document.url,
        sentAt,
        dueOn: dueOn ?? '',
        isAccepted: state === 'accepted',
      }),
    );
  }

  override async channels(ctx: SiteCtx): Promise<readonly ChannelFacts[]> {
    const standings = await this.content.channelStandings(ctx);
    return standings.map(({ channel, cycle, newestPublishedAt, publishedCount }) => ({
      id: channel.id,
      name: channel.name,
      url: this.directory.siteUrl(ctx.site, `/${channel.path}/`),
      updateClass: channel.updateClass,
      isTopLevel: channel.parentId === null,
      cycle,
      newestPublishedAt,
      publishedCount,
      ownerOrganisationId: channel.ownerOrganisationId,
      isMeasured: channel.isOpen && channel.kind !== 'link',
    }));
  }

  override async *pages(ctx: SiteCtx): AsyncGenerator<PageFacts> {
    for (const { path, kind } of await this.content.pagePaths(ctx)) {
      const url = this.directory.siteUrl(ctx.site, path);
      const html = await this.html(url);
      if (html !== null) yield { url, kind, html };
    }
  }

  override async *internalLinks(ctx: SiteCtx): AsyncGenerator<LinkFacts> {
    for await (const { title, path, body } of this.content.publishedTexts(ctx)) {
      const pageUrl = this.directory.siteUrl(ctx.site, path);
      for (const { target, label } of linksOf(body, pageUrl))
        if (this.isInternal(target)) yield { pageUrl, pageTitle: title, target, label };
    }
  }

  override async resolves(_ctx: SiteCtx, target: string): Promise<boolean> {
    return (await this.follow(target))?.status === 200;
  }

  private isInternal(target: string): boolean {
    const { host, pathname } = new URL(target);
    return this.directory.match(host, pathname).kind !== 'unknown';
  }

  private async html(url: string): Promise<string | null> {
    const answer = await this.follow(url);
    return answer?.status === 200 && Buffer.isBuffer(answer.body) ? answer.body.toString() : null;
  }

  /** The answer a citizen's browser would end up with; null when the redirects lead out or in a circle. */
  private async follow(url: string): Promise<Answer | null> {
    let next = new URL(url);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const { host, pathname, search } = next;
      const answer = await this.publicSite.handle({
        method: 'GET',
        host,
        url: pathname + search,
        headers: { host },
      });
      if (answer.body instanceof Readable) answer.body.destroy();
      const location = answer.headers.Location ?? answer.headers.location;
      if (answer.status < 300 || answer.status >= 400 || !location) return answer;
      next = new URL(location, next);
      if (!this.isInternal(next.href)) return null;
    }
    return null;
  }
}
