import { Injectable } from '@nestjs/common';
import { mapPage, type Ctx, type StaffCtx } from '@zhanqun/kernel';
import type {
  EditNoticeDto,
  NetworkNoticeQuery,
  NoticeFactsDto,
  NoticePlaceDto,
  PutUpNoticeDto,
} from './network-notice.dto';
import type { NetworkNotice } from './network-notice.entity';
import { NetworkNotices, type NoticeWish } from './network-notice.service';
import {
  toNetworkNoticeView,
  toReachView,
  type NetworkNoticePageView,
  type NetworkNoticeView,
  type NoticeReachView,
} from './network-notice.view';
import { NoticePlaces, type PlaceChoice } from './notice-places';

/** What the console's two doors have in common: notices with the names of their sites. */
@Injectable()
export class NoticeDesk {
  constructor(
    private readonly notices: NetworkNotices,
    private readonly places: NoticePlaces,
  ) {}

  async list(ctx: StaffCtx, query: NetworkNoticeQuery): Promise<NetworkNoticePageView> {
    const page = mapPage(await this.notices.list(ctx, query, query), (notice) => this.view(ctx, notice));
    return { ...page, items: [...page.items] };
  }

  async get(ctx: StaffCtx, id: number): Promise<NetworkNoticeView> {
    return this.view(ctx, await this.notices.get(ctx, id));
  }

  async putUp(ctx: StaffCtx, { kind, ...order }: PutUpNoticeDto): Promise<NetworkNoticeView> {
    return this.view(ctx, await this.notices.putUp(ctx, kind, toWish(order)));
  }

  async edit(ctx: StaffCtx, id: number, { version, ...order }: EditNoticeDto): Promise<NetworkNoticeView> {
    return this.view(ctx, await this.notices.edit(ctx, id, version, toWish(order)));
  }

  async takeDown(ctx: StaffCtx, id: number, version: number): Promise<NetworkNoticeView> {
    return this.view(ctx, await this.notices.takeDown(ctx, id, version));
  }

  reach(ctx: StaffCtx, choice: NoticePlaceDto): NoticeReachView {
    return toReachView(this.places.sitesIn(this.places.resolve(ctx, toChoice(choice))));
  }

  private view(ctx: Ctx, notice: NetworkNotice): NetworkNoticeView {
    return toNetworkNoticeView(ctx, notice, {
      network: notice.scope === 'network' ? this.places.byId(notice.portalId) : null,
      named: notice.scope === 'sites' ? this.places.byIds(notice.siteIds) : [],
      sites: this.places.sitesIn(notice),
    });
  }
}

const instant = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

function toChoice({ scope, portal, sites }: NoticePlaceDto): PlaceChoice {
  return { scope, ...(portal ? { portal } : {}), ...(sites ? { sites } : {}) };
}

function toWish({ level, title, text, url, startsAt, endsAt, ...place }: NoticeFactsDto): NoticeWish {
  return {
    ...toChoice(place),
    ...(level === undefined ? {} : { level }),
    title,
    ...(text === undefined ? {} : { text }),
    url: url ?? null,
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
  };
}
