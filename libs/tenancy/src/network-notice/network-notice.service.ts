import { Injectable } from '@nestjs/common';
import { type Ctx, must, type Page, type PageRequest, type StaffCtx } from '@zhanqun/kernel';
import { Db, In, PublicWords, type PublicLine, type Where } from '@zhanqun/platform';
import { noticeLife, type NoticeKind, type NoticeState } from './network-notice';
import { NetworkNotice } from './network-notice.entity';
import { noticeNotFound, noticeStale, noticeTextMissing } from './network-notice.errors';
import { NoticeChanges } from './notice-changes';
import { NoticePlaces, type PlaceChoice } from './notice-places';
import { checkedTimes } from './notice-times';

export interface NoticeWish extends PlaceChoice {
  readonly level?: number;
  readonly title: string;
  readonly text?: string;
  readonly url?: string | null;
  /** At once when left out. */
  readonly startsAt?: Date | null;
  readonly endsAt?: Date | null;
}

export interface NoticeFilter {
  readonly kind?: NoticeKind;
  readonly when?: 'open' | 'past';
}

const OPEN: readonly NoticeState[] = ['planned', 'standing'];
const PAST: readonly NoticeState[] = ['over', 'takenDown'];

/**
 * 应急横幅与灰色日。At the platform (no site in the context) every notice may be handled, at a portal those
 * of its own network; elsewhere none. The state, the audit row and the purge of every page concerned are one
 * transaction, so a banner is on all of them or was never put up.
 */
@Injectable()
export class NetworkNotices {
  constructor(
    private readonly db: Db,
    private readonly places: NoticePlaces,
    private readonly changes: NoticeChanges,
    private readonly words: PublicWords,
  ) {}

  /** 发布: at once, or planned for later. */
  async putUp(ctx: StaffCtx, kind: NoticeKind, wish: NoticeWish): Promise<NetworkNotice> {
    const reach = this.places.resolve(ctx, wish);
    const facts = factsOf(kind, wish);
    await this.words.pass(ctx, linesOf(wish));
    const times = checkedTimes(
      kind,
      { startsAt: wish.startsAt ?? null, endsAt: wish.endsAt ?? null },
      ctx.now,
    );
    const state: NoticeState = times.startsAt > ctx.now ? 'planned' : 'standing';
    return this.db.transaction(ctx, async (ctx) => {
      const notice = this.db.shared(ctx, NetworkNotice).build({
        kind,
        ...reach,
        siteIds: [...reach.siteIds],
        ...facts,
        ...times,
        state,
        byId: ctx.actor.accountId,
        history: [],
      });
      must(ctx, 'create', notice);
      const did = state === 'planned' ? '安排' : '发布';
      await this.changes.record(ctx, notice, { action: 'putUp', did });
      return notice;
    });
  }

  /** 修改 what stands or is planned; the pages of the sites it leaves and of those it comes to are made anew. */
  async edit(ctx: StaffCtx, id: number, version: number, wish: NoticeWish): Promise<NetworkNotice> {
    await this.words.pass(ctx, linesOf(wish));
    return this.db.transaction(ctx, async (ctx) => {
      const notice = await this.loaded(ctx, id, version);
      const next = noticeLife.next('edit', notice.state);
      const isBegun = !noticeLife.allows('begin', notice.state);
      const alsoAt = isBegun ? this.places.sitesIn(notice) : [];
      const startsAt = isBegun ? notice.startsAt : (wish.startsAt ?? null);
      const times = checkedTimes(notice.kind, { startsAt, endsAt: wish.endsAt ?? null }, ctx.now);
      const reach = this.places.resolve(ctx, wish);
      Object.assign(notice, factsOf(notice.kind, wish), times, reach, {
        siteIds: [...reach.siteIds],
        state: next,
      });
      if (notice.startsAt <= ctx.now) notice.state = noticeLife.next('begin', notice.state);
      await this.changes.record(ctx, notice, { action: 'edited', did: '修改', alsoAt });
      return notice;
    });
  }

  /** 撤下 before its time. */
  async takeDown(ctx: StaffCtx, id: number, version: number): Promise<NetworkNotice> {
    return this.db.transaction(ctx, async (ctx) => {
      const notice = await this.loaded(ctx, id, version);
      notice.state = noticeLife.next('takeDown', notice.state);
      await this.changes.record(ctx, notice, { action: 'takenDown', did: '撤下' });
      return notice;
    });
  }

  async get(ctx: Ctx, id: number): Promise<NetworkNotice> {
    const portalId = this.places.networkOf(ctx);
    const where: Where<NetworkNotice> =
      portalId === null
        ? { id }
        : [
            { id, portalId },
            { id, scope: 'all' },
          ];
    const notice = await this.db.shared(ctx, NetworkNotice).findOne(where);
    if (!notice) throw noticeNotFound({ id });
    return notice;
  }

  /** At a portal its network's own and, to look at only, those of all sites. The newest first. */
  list(ctx: Ctx, { kind, when }: NoticeFilter, request: PageRequest): Promise<Page<NetworkNotice>> {
    const portalId = this.places.networkOf(ctx);
    const asked = {
      ...(kind ? { kind } : {}),
      ...(when ? { state: In(when === 'open' ? [...OPEN] : [...PAST]) } : {}),
    };
    const where: Where<NetworkNotice> =
      portalId === null
        ? asked
        : [
            { ...asked, portalId },
            { ...asked, scope: 'all' as const },
          ];
    return this.db
      .shared(ctx, NetworkNotice)
      .page({ where, order: { startsAt: 'DESC', id: 'DESC' } }, request);
  }

  /** The row under lock, of this network, as the caller saw it. Raises `…notFound` or `…stale`. */
  private async loaded(ctx: StaffCtx, id: number, version: number): Promise<NetworkNotice> {
    const portalId = this.places.networkOf(ctx);
    const where: Where<NetworkNotice> = portalId === null ? { id } : { id, portalId };
    const notice = await this.db.shared(ctx, NetworkNotice).findOne(where, { lock: 'write' });
    if (!notice) throw noticeNotFound({ id });
    must(ctx, 'update', notice);
    if (notice.version !== version) throw noticeStale({ by: notice.history.at(-1)?.by ?? '' });
    return notice;
  }
}

const linesOf = ({ title, text = '' }: NoticeWish): PublicLine[] => [
  { label: '标题', text: title },
  { label: '内容', text },
];

function factsOf(
  kind: NoticeKind,
  { level = 0, title, text = '', url = null }: NoticeWish,
): Pick<NetworkNotice, 'level' | 'title' | 'text' | 'url'> {
  if (kind === 'greyDay') return { level: 0, title: title.trim(), text: text.trim(), url: null };
  if (level < 1 || title.trim() === '' || text.trim() === '') throw noticeTextMissing();
  return { level, title: title.trim(), text: text.trim(), url: url?.trim() || null };
}
