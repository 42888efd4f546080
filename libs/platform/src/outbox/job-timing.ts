/** How fast jobs are moved. One set of figures for all installations; tests hand in smaller ones. */
export class JobTiming {
  /** Jobs at the same time in one process. */
  concurrency = 4;
  /** Embedded mover: pause between two looks when nobody calls. */
  pollMs = 1000;
  /** BullMQ mover: pause between two searches for announcements that were lost. */
  sweepMs = 5000;
  /** BullMQ mover: how long a due row may wait before its announcement counts as lost. */
  lostAfterMs = 5000;
  /** BullMQ mover: pause between two full comparisons of table and queue, future rows included. */
  compareMs = 5 * 60_000;
  /** A running row whose lease was not renewed for this long belongs to a dead process. */
  leaseMs = 60_000;
  /** Pauses before the second, third, … start. */
  backoffMs: readonly number[] = [5_000, 30_000, 120_000, 600_000];
  /** How long a stopping process waits for what is running. */
  stopWithinMs = 10_000;
  /** How often schedules are looked at. */
  tickMs = 15_000;

  constructor(figures: Partial<JobTiming> = {}) {
    Object.assign(this, figures);
  }

  /** The pause after the given number of starts; null when it was the last one. */
  pauseAfter(attempts: number, maxAttempts: number): number | null {
    if (attempts >= maxAttempts) return null;
    return this.backoffMs[Math.min(attempts, this.backoffMs.length) - 1] ?? 0;
  }
}
