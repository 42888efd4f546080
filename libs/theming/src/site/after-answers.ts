import { setTimeout as pause } from 'node:timers/promises';

/** As many as there are threads for compressing. */
const AT_ONCE = 4;
/** So long what goes on behind stands back for pages that somebody waits for. */
const LONGEST_WAIT_MS = 2_000;
const LOOK_AGAIN_MS = 20;

interface Waiting {
  readonly work: () => Promise<unknown>;
  readonly since: number;
}

/**
 * What no answer waits for: compressed bodies, page files. While visitors stand in line for their pages (a banner
 * has just gone up on all sites) it stands back, for two seconds at most, so that making pages has the processors to
 * itself; then a few at once.
 */
export class AfterAnswers {
  private readonly waiting: Waiting[] = [];
  private readonly running = new Set<Promise<void>>();
  private isLooking = false;

  constructor(
    private readonly isCrowded: () => boolean,
    private readonly failed: (error: unknown) => void,
    private readonly longestWaitMs = LONGEST_WAIT_MS,
  ) {}

  add(work: () => Promise<unknown>): void {
    this.waiting.push({ work, since: performance.now() });
    this.startNext();
  }

  /** Resolves when everything that was added is done. */
  async settled(): Promise<void> {
    while (this.running.size > 0 || this.waiting.length > 0)
      await (this.running.size > 0 ? Promise.race(this.running) : pause(LOOK_AGAIN_MS));
  }

  private startNext(): void {
    while (this.running.size < AT_ONCE) {
      const [next] = this.waiting;
      if (!next) return;
      if (this.isCrowded() && performance.now() - next.since < this.longestWaitMs) return this.lookAgain();
      this.waiting.shift();
      this.start(next.work);
    }
  }

  private start(work: () => Promise<unknown>): void {
    const done: Promise<void> = Promise.resolve()
      .then(work)
      .then(() => undefined, this.failed)
      .finally(() => {
        this.running.delete(done);
        this.startNext();
      });
    this.running.add(done);
  }

  private lookAgain(): void {
    if (this.isLooking) return;
    this.isLooking = true;
    setTimeout(() => {
      this.isLooking = false;
      this.startNext();
    }, LOOK_AGAIN_MS);
  }
}
