/** What one mover is running at this moment. */
export class JobsInFlight {
  private readonly running = new Map<number, Promise<void>>();

  get count(): number {
    return this.running.size;
  }

  has(rowId: number): boolean {
    return this.running.has(rowId);
  }

  /** Runs the work, once a row at a time; the returned promise never rejects. */
  run(rowId: number, work: () => Promise<void>): Promise<void> {
    const known = this.running.get(rowId);
    if (known) return known;
    const run = work()
      .catch(() => undefined)
      .finally(() => this.running.delete(rowId));
    this.running.set(rowId, run);
    return run;
  }

  /** False when something still runs after the time is up. */
  async drained(withinMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const bound = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
    await Promise.race([Promise.all(this.running.values()), bound]);
    clearTimeout(timer);
    return this.running.size === 0;
  }
}
