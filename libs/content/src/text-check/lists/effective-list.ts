import type { Severity } from '../check-hit';
import { findRule, type RuleLevel } from '../check-rules';
import type { Term, TermList } from '../engine/term-list';

/** What one place says about a word. */
export interface Stance {
  readonly severity: Severity | null;
  readonly isOff: boolean;
  readonly isLocked: boolean;
}

/** Terms, stances and rule levels of one place. */
export interface PlaceList {
  /** Null for the lexicon that comes with the platform, 0 for the platform, else a portal or site. */
  readonly placeId: number | null;
  readonly terms: TermList;
  readonly stances: ReadonlyMap<string, Stance>;
  readonly levels: ReadonlyMap<string, { readonly level: RuleLevel; readonly isLocked: boolean }>;
}

/** A word as it holds at a site. */
export interface EffectiveTerm {
  readonly term: Term;
  /** The place whose term it is. */
  readonly of: PlaceList;
  /** The last place that said something about it. */
  readonly by: PlaceList;
  readonly stance: Stance | null;
  /** The place above that locked it; null when it may be changed at the last place. */
  readonly lockedBy: PlaceList | null;
  /** Null: switched off. */
  readonly severity: Severity | null;
}

export interface EffectiveLevel {
  readonly level: RuleLevel | null;
  readonly by: PlaceList | null;
  readonly lockedBy: PlaceList | null;
}

/**
 * 有效词表：what holds at one site. Places come from the top: the lexicon, the platform, the portal, the site.
 * A later place replaces what an earlier one says, until one of them locks.
 */
export class EffectiveList {
  constructor(readonly places: readonly PlaceList[]) {}

  get lists(): readonly TermList[] {
    return this.places.map(({ terms }) => terms);
  }

  /** The severity of a term found in one of the lists; null when another place's word holds or it is off. */
  readonly judge = (term: Term, list: TermList): Severity | null => {
    const found = this.find(term.key);
    return found && found.of.terms === list ? found.severity : null;
  };

  find(key: string): EffectiveTerm | null {
    let found = null as Omit<EffectiveTerm, 'severity'> | null;
    const last = this.places.at(-1);
    for (const place of this.places) {
      const term = place.terms.get(key);
      const stance = place.stances.get(key) ?? null;
      if (term) found = { term, of: place, by: place, stance, lockedBy: null };
      else if (found && stance) found = { ...found, by: place, stance };
      if (found && stance?.isLocked && place !== last) {
        found = { ...found, lockedBy: place };
        break;
      }
    }
    return found && { ...found, severity: this.severityOf(found) };
  }

  /** How a rule is set here, and by whom; `level` is null when nobody set it. */
  rule(code: string): EffectiveLevel {
    let found: EffectiveLevel = { level: null, by: null, lockedBy: null };
    const last = this.places.at(-1);
    for (const place of this.places) {
      const own = place.levels.get(code);
      if (!own) continue;
      found = { level: own.level, by: place, lockedBy: null };
      if (own.isLocked && place !== last) return { ...found, lockedBy: place };
    }
    return found;
  }

  /** Severity of a hit of a rule; null when it is off. What a place sets weighs more than the rule's own. */
  severity(code: string, ofHit?: Severity): Severity | null {
    const { level } = this.rule(code);
    if (level) return level === 'off' ? null : level;
    return ofHit ?? findRule(code)?.severity ?? 'hint';
  }

  private severityOf({ term, stance }: Omit<EffectiveTerm, 'severity'>): Severity | null {
    if (stance?.isOff) return null;
    return stance?.severity ?? this.severity(term.kind, term.severity);
  }
}
