import { Injectable } from '@nestjs/common';
import type { Page, PageRequest, StaffCtx } from '@zhanqun/kernel';
import { Db, isUniqueViolation } from '@zhanqun/platform';
import type { Severity } from '../check-hit';
import { fold } from '../engine/fold';
import { LEXICON_KINDS, type LexiconKind } from '../lexicon';
import { CheckLists } from './check-lists';
import type { EffectiveList, EffectiveTerm } from './effective-list';
import { FlaggedTerm } from './flagged-term.entity';
import { placeOf, refuseIdleLock } from './list-place';
import { ListsChanged } from './lists-changed';
import { termExists, termLocked, termNotFound, tooManyTerms } from './lists.errors';
import { checkedTerm, type TermValues } from './term-values';
import { wordHash } from './word-hash';

export const MOST_TERMS = 30_000;

export interface TermFilter {
  /** Part of the wrong or the right form. */
  readonly q?: string | undefined;
  readonly kind?: LexiconKind | undefined;
  /** `own`: of this place; `changed`: inherited, with an own stance; `off`: switched off. */
  readonly show?: 'own' | 'changed' | 'inherited' | 'off' | undefined;
}

/** A word with the row of this place, where it has one. */
export interface ListedTerm extends EffectiveTerm {
  readonly own: FlaggedTerm | null;
}

export type TermWish = Partial<TermValues> & Pick<TermValues, 'wrong' | 'kind'>;

/** 词表维护 at one place: the site of the context, else the platform. */
@Injectable()
export class TermDesk {
  constructor(
    private readonly db: Db,
    private readonly lists: CheckLists,
    private readonly changed: ListsChanged,
  ) {}

  /** What holds here: own words first, then from the nearest place above to the lexicon. */
  async list(ctx: StaffCtx, filter: TermFilter, { page, pageSize }: PageRequest): Promise<Page<ListedTerm>> {
    const list = await this.lists.at(ctx.site);
    const found = termsOf(list).filter((term) => isWanted(term, list, filter));
    const items = found.slice((page - 1) * pageSize, page * pageSize);
    const own = await this.ownRows(
      ctx,
      items.map(({ term }) => term.wrong),
    );
    return {
      items: items.map((item) => ({ ...item, own: own.get(item.term.key) ?? null })),
      total: found.length,
      page,
      pageSize,
    };
  }

  async get(ctx: StaffCtx, wrong: string): Promise<ListedTerm> {
    const key = fold(wrong.trim());
    const found = (await this.lists.at(ctx.site)).find(key);
    if (!found) throw termNotFound({ wrong });
    return { ...found, own: (await this.ownRows(ctx, [wrong])).get(key) ?? null };
  }

  /** Raises `content.check.termExists`, `.termLocked`, `.termInvalid` or `.tooManyTerms`. */
  async add(ctx: StaffCtx, wish: TermWish, isLocked = false): Promise<void> {
    refuseIdleLock(ctx, isLocked);
    const values = checkedTerm(wish);
    await this.refuseLocked(ctx, values.wrong);
    await this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.shared(ctx, FlaggedTerm);
      const ofSiteId = placeOf(ctx);
      const known = await rows.findOne({ ofSiteId, wordHash: wordHash(values.wrong) }, { lock: 'write' });
      if (known && !known.isOverride) throw termExists({ wrong: values.wrong });
      if (!known && (await rows.count({ ofSiteId })) >= MOST_TERMS) throw tooManyTerms({ most: MOST_TERMS });
      const row = known ?? rows.build({ ofSiteId, wordHash: wordHash(values.wrong) });
      Object.assign(row, values, { isLocked, isOverride: false, isOff: false, ...editedBy(ctx) });
      await rows.save(row).catch((error: unknown) => {
        throw isUniqueViolation(error) ? termExists({ wrong: values.wrong }) : error;
      });
      await this.changed.tell(ctx, 'check.term.add', `词表新增“${values.wrong}”`, { ...values });
    });
  }

  /** Changes an own word; the word itself stays. */
  async change(
    ctx: StaffCtx,
    id: number,
    wish: Partial<TermValues> & { readonly isLocked?: boolean; readonly isOff?: boolean },
  ): Promise<void> {
    const { isLocked, isOff, ...rest } = wish;
    refuseIdleLock(ctx, isLocked ?? false);
    await this.db.transaction(ctx, async (ctx) => {
      const row = await this.ownRow(ctx, id);
      const { kind, wrong } = row;
      const values = checkedTerm({ ...valuesOf(row), ...rest, wrong, kind: rest.kind ?? kind });
      Object.assign(row, values, editedBy(ctx));
      if (isLocked !== undefined) row.isLocked = isLocked;
      if (isOff !== undefined) row.isOff = isOff;
      await this.db.shared(ctx, FlaggedTerm).save(row);
      await this.changed.tell(ctx, 'check.term.change', `词表修改“${wrong}”`, {
        ...values,
        isOff: row.isOff,
      });
    });
  }

  /** Takes an own word, or what this place made of an inherited one, away. */
  async remove(ctx: StaffCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const row = await this.ownRow(ctx, id);
      await this.db.shared(ctx, FlaggedTerm).remove(row);
      await this.changed.tell(ctx, 'check.term.remove', `词表删除“${row.wrong}”`, { ...valuesOf(row) });
    });
  }

  /**
   * Switches an inherited word off, or gives it another severity here. Neither of both takes the own stance
   * away. Raises `content.check.termLocked` where a place above locked it.
   */
  async stand(
    ctx: StaffCtx,
    wrong: string,
    stance: { readonly severity: Severity | null; readonly isOff: boolean; readonly isLocked: boolean },
  ): Promise<void> {
    refuseIdleLock(ctx, stance.isLocked);
    const key = fold(wrong.trim());
    const found = (await this.lists.at(ctx.site)).find(key);
    const ofSiteId = placeOf(ctx);
    if (!found || found.of.placeId === ofSiteId) throw termNotFound({ wrong });
    if (found.lockedBy) throw termLocked({ wrong });
    await this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.shared(ctx, FlaggedTerm);
      const known = await rows.findOne({ ofSiteId, wordHash: wordHash(key) }, { lock: 'write' });
      const isNone = !stance.isOff && stance.severity === null && !stance.isLocked;
      if (isNone && known) await rows.remove(known);
      if (!isNone) {
        const { term } = found;
        const row =
          known ?? rows.build({ ofSiteId, wordHash: wordHash(key), wrong: term.wrong, ...NO_CONTEXT });
        Object.assign(row, { kind: term.kind, isOverride: true, ...stance, ...editedBy(ctx) });
        await rows.save(row);
      }
      const what = stance.isOff ? '停用' : isNone ? '恢复' : '调整';
      await this.changed.tell(ctx, 'check.term.stand', `词表${what}“${found.term.wrong}”`, { ...stance });
    });
  }

  /** Raises `content.check.termLocked` for a word that a place above keeps for itself. */
  async refuseLocked(ctx: StaffCtx, wrong: string): Promise<void> {
    if ((await this.lists.at(ctx.site)).find(fold(wrong))?.lockedBy) throw termLocked({ wrong });
  }

  private async ownRow(ctx: StaffCtx, id: number): Promise<FlaggedTerm> {
    const row = await this.db
      .shared(ctx, FlaggedTerm)
      .findOne({ id, ofSiteId: placeOf(ctx) }, { lock: 'write' });
    if (!row) throw termNotFound({ wrong: '' });
    return row;
  }

  private async ownRows(ctx: StaffCtx, words: readonly string[]): Promise<Map<string, FlaggedTerm>> {
    if (words.length === 0) return new Map();
    const hashes = words.map(wordHash);
    const rows = await this.db
      .shared(ctx, FlaggedTerm)
      .find({ where: hashes.map((hash) => ({ ofSiteId: placeOf(ctx), wordHash: hash })) });
    return new Map(rows.map((row) => [fold(row.wrong), row]));
  }
}

const NO_CONTEXT = { notAfter: [], notBefore: [], within: [] };

export const editedBy = ({ actor }: StaffCtx): Pick<FlaggedTerm, 'editedById' | 'editedByName'> => ({
  editedById: actor.accountId,
  editedByName: actor.name,
});

export function valuesOf(row: FlaggedTerm): TermValues {
  const { wrong, right, kind, severity, reason, notAfter, notBefore, within, isQuotable, category } = row;
  return { wrong, right, kind, severity, reason, notAfter, notBefore, within, isQuotable, category };
}

/** Every word that holds, nearest place first, each as its last place left it. */
export function termsOf(list: EffectiveList): EffectiveTerm[] {
  const found: EffectiveTerm[] = [];
  for (const place of list.places.toReversed()) {
    const own = place.terms.terms.flatMap(({ key }) => {
      const term = list.find(key);
      return term?.of === place ? [term] : [];
    });
    found.push(...own.toSorted((left, right) => kindRank(left) - kindRank(right)));
  }
  return found;
}

const kindRank = ({ term }: EffectiveTerm): number => LEXICON_KINDS.indexOf(term.kind);

function isWanted(found: EffectiveTerm, list: EffectiveList, { q, kind, show }: TermFilter): boolean {
  const { term, of, by, severity } = found;
  const here = list.places.at(-1);
  if (kind && term.kind !== kind) return false;
  if (show === 'own' && of !== here) return false;
  if (show === 'changed' && (of === here || by !== here)) return false;
  if (show === 'inherited' && of === here) return false;
  if (show === 'off' && severity !== null) return false;
  if (!q) return true;
  const wanted = fold(q.trim());
  return term.key.includes(wanted) || fold(term.right ?? '').includes(wanted);
}
