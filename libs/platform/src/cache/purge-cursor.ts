/** A transaction that is open for longer than this is not waited for. */
export const PURGE_WINDOW_MS = 60_000;

/**
 * Which entries of the purge log were read. Ids are given out at insert and become visible at commit,
 * so 10 may be seen before 9: a gap stays open until it is filled, or until the entry after it has
 * been visible for so long that the one missing must have been rolled back.
 */
export class PurgeCursor {
  private readonly seen = new Map<number, number>();

  constructor(private settledId: number) {}

  /** Everything up to this id is read. */
  get settled(): number {
    return this.settledId;
  }

  isNew(id: number): boolean {
    return id > this.settledId && !this.seen.has(id);
  }

  note(id: number, nowMs: number): void {
    if (this.isNew(id)) this.seen.set(id, nowMs);
  }

  /** Moves past what is complete. */
  settle(nowMs: number): void {
    this.walk();
    let old = 0;
    for (const [id, since] of this.seen) if (since <= nowMs - PURGE_WINDOW_MS && id > old) old = id;
    if (old === 0) return;
    this.settledId = old;
    for (const id of this.seen.keys()) if (id <= old) this.seen.delete(id);
    this.walk();
  }

  private walk(): void {
    while (this.seen.delete(this.settledId + 1)) this.settledId += 1;
  }
}
