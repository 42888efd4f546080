/** A moment in this process's sequence of purges. */
export type PurgeMark = number;

const GONE = 'gone:';

/**
 * The same tags, said in earnest: what they name was withdrawn. Pages that show it are forgotten at
 * once and never come back as a stale fallback, not even while the database is away.
 */
export function gone(tags: readonly string[]): string[] {
  return tags.map((tag) => (tag.startsWith(GONE) ? tag : GONE + tag));
}

/** `gone:article:7` → what is purged and whether it may be kept as a fallback. */
export function readPurgeTag(tag: string): { tag: string; isGone: boolean } {
  return tag.startsWith(GONE) ? { tag: tag.slice(GONE.length), isGone: true } : { tag, isGone: false };
}

/**
 * Which tag was purged last when. It answers one question: has anything that this page shows been
 * purged since its data was read? Old tags are forgotten in bulk; then the answer errs towards yes.
 */
export class PurgeHistory {
  private sequence: PurgeMark = 0;
  private last = new Map<string, { mark: PurgeMark; at: number }>();
  private floor = { mark: 0, at: 0 };

  constructor(private readonly limit = 100_000) {}

  get mark(): PurgeMark {
    return this.sequence;
  }

  record(tags: readonly string[], at: number): void {
    this.sequence += 1;
    for (const tag of tags) {
      this.last.delete(tag);
      this.last.set(tag, { mark: this.sequence, at });
    }
    if (this.last.size > this.limit) this.forget();
  }

  /** Everything made so far is outdated: the purge log no longer reaches back to where this process was. */
  recordEverything(at: number): void {
    this.sequence += 1;
    this.last.clear();
    this.floor = { mark: this.sequence, at };
  }

  /** True when one of the tags was purged after `mark` was taken. */
  isPurgedSince(tags: readonly string[], mark: PurgeMark): boolean {
    if (mark < this.floor.mark) return true;
    return tags.some((tag) => (this.last.get(tag)?.mark ?? 0) > mark);
  }

  /** The same by the clock, for pages that another process of this machine wrote to disk. */
  isPurgedAfter(tags: readonly string[], instant: number): boolean {
    if (instant <= this.floor.at) return true;
    return tags.some((tag) => (this.last.get(tag)?.at ?? 0) >= instant);
  }

  private forget(): void {
    let surplus = this.last.size - this.limit / 2;
    for (const [tag, purge] of this.last) {
      if (surplus-- <= 0) break;
      this.floor = purge;
      this.last.delete(tag);
    }
  }
}
