import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock, systemCtx, type SiteRef } from '@zhanqun/kernel';
import { Db, EVERYTHING, PurgeLog, type Purge } from '@zhanqun/platform';
import { fold } from '../engine/fold';
import { TermList } from '../engine/term-list';
import { readLexicon, type LexiconEntry } from '../lexicon';
import { CheckRuleLevel } from './check-rule-level.entity';
import { EffectiveList, type PlaceList, type Stance } from './effective-list';
import { FlaggedTerm, PLATFORM } from './flagged-term.entity';

const TAG = 'checklist:';
/** Purge tag: the terms or rule levels of this place changed. */
export const checkListTag = (placeId: number): string => `${TAG}${placeId}`;

/** Places with lists of their own that are kept in memory. */
const MOST_PLACES = 300;

/**
 * 词表在内存: each place's terms with their automaton, made once a version and shared by all sites that stand
 * under the place; a site without words of its own costs nothing. All processes hear of a change by the
 * purge log; a list is made anew in slices, before the next check needs it where there is time.
 */
@Injectable()
export class CheckLists implements OnModuleInit, OnModuleDestroy {
  private readonly places = new Map<number, Promise<PlaceList>>();
  private entries: readonly LexiconEntry[] | undefined;
  private lexicon: Promise<PlaceList> | undefined;
  private leave: () => void = () => undefined;

  constructor(
    private readonly db: Db,
    private readonly purges: PurgeLog,
    private readonly clock: Clock,
  ) {}

  /** A mistake in the bundled lexicon stops the start, not a check in the middle of the day. */
  onModuleInit(): void {
    this.entries = readLexicon();
    this.leave = this.purges.subscribe((purge) => this.follow(purge));
  }

  onModuleDestroy(): void {
    this.leave();
  }

  /** What holds at the site; without one, what holds on the whole platform. */
  async at(site: SiteRef | undefined): Promise<EffectiveList> {
    const ids = [
      PLATFORM,
      ...(site && site.kind !== 'portal' ? [site.portalId] : []),
      ...(site ? [site.id] : []),
    ];
    return new EffectiveList([await this.ofLexicon(), ...(await Promise.all(ids.map((id) => this.of(id))))]);
  }

  private ofLexicon(): Promise<PlaceList> {
    this.lexicon ??= TermList.of(this.entries ?? readLexicon()).then((terms) => ({
      placeId: null,
      terms,
      stances: new Map(),
      levels: new Map(),
    }));
    return this.lexicon;
  }

  private of(placeId: number): Promise<PlaceList> {
    const known = this.places.get(placeId);
    if (known) {
      // The place used last stays longest.
      this.places.delete(placeId);
      this.places.set(placeId, known);
      return known;
    }
    const list = this.load(placeId);
    this.places.set(placeId, list);
    list.catch(() => this.places.get(placeId) === list && this.places.delete(placeId));
    const [eldest] = this.places.keys();
    if (this.places.size > MOST_PLACES && eldest !== undefined) this.places.delete(eldest);
    return list;
  }

  private async load(placeId: number): Promise<PlaceList> {
    const ctx = systemCtx(this.clock.now());
    const where = { ofSiteId: placeId };
    const rows = await this.db.shared(ctx, FlaggedTerm).find({ where, order: { id: 'ASC' } });
    const levels = await this.db.shared(ctx, CheckRuleLevel).find({ where });
    const own = rows.filter(({ isOverride }) => !isOverride);
    return {
      placeId,
      terms: own.length > 0 ? await TermList.of(own.map(toEntry)) : TermList.EMPTY,
      stances: new Map(rows.map((row) => [fold(row.wrong), toStance(row)])),
      levels: new Map(levels.map(({ rule, level, isLocked }) => [rule, { level, isLocked }])),
    };
  }

  private async follow(purge: Purge): Promise<void> {
    if (purge === EVERYTHING) return this.places.clear();
    for (const tag of purge) {
      if (!tag.startsWith(TAG)) continue;
      const placeId = Number(tag.slice(TAG.length));
      if (this.places.delete(placeId)) await this.of(placeId);
    }
  }
}

function toEntry(row: FlaggedTerm): LexiconEntry {
  const { wrong, right, kind, severity, reason, notAfter, notBefore, within, isQuotable, category } = row;
  return {
    wrong,
    right: right === '' ? null : right,
    kind,
    severity: severity ?? DEFAULT_SEVERITY[kind],
    reason: reason || (right === '' ? `不宜使用“${wrong}”` : `“${wrong}”应为“${right}”`),
    notAfter,
    notBefore,
    within,
    isQuotable,
    category,
    list: 'own',
  };
}

/** Of terms that people add without saying how they weigh. */
const DEFAULT_SEVERITY = {
  misspelling: 'warn',
  wording: 'warn',
  organisation: 'warn',
  sensitive: 'block',
} as const;

const toStance = ({ severity, isOff, isLocked }: FlaggedTerm): Stance => ({ severity, isOff, isLocked });
