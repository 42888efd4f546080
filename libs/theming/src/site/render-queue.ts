import { DomainError } from '@zhanqun/kernel';

const AT_ONCE = 12;
const AT_ONCE_A_SITE = 3;
/** So many waiting for one site are no crowd of browsers any more. */
const FLOOD = 8;
/** In a flood a site works a quarter of the time and leaves the rest to the others. */
const REST = 3;
/** What took long waited for the database and not for this process. */
const LONGEST_REST_MS = 100;
const MOST_WAITING = 2_000;

interface Line {
  readonly waiting: (() => void)[];
  running: number;
  isResting: boolean;
}

export interface QueueClock {
  /** Milliseconds of any origin. */
  now(): number;
  after(milliseconds: number, then: () => void): void;
}

const processClock: QueueClock = {
  now: () => performance.now(),
  after: (milliseconds, then) => void setTimeout(then, milliseconds),
};

/**
 * 公平排队: pages of all sites are made in turns, a few at once and fewer of one site, so that a flood on
 * one site leaves the others their time. A site with a crowd waiting rests between two pages; what is more
 * than it can ever serve is refused at once. Pages in the cache never come here.
 */
export class RenderQueue {
  /** In the order in which it is their turn. */
  private readonly lines = new Map<number, Line>();
  private running = 0;

  constructor(private readonly clock: QueueClock = processClock) {}

  /** How many wait for their turn. */
  get waiting(): number {
    let count = 0;
    for (const line of this.lines.values()) count += line.waiting.length;
    return count;
  }

  /** Raises `theming.page.tooBusy` (unavailable) when too many wait for that site already. */
  async run<T>(siteId: number, work: () => Promise<T>): Promise<T> {
    const line = this.lineOf(siteId);
    if (line.waiting.length >= MOST_WAITING)
      throw new DomainError('theming.page.tooBusy', 'unavailable', '访问的人太多，请稍后再试');
    await new Promise<void>((start) => {
      line.waiting.push(start);
      this.startNext();
    });
    const begun = this.clock.now();
    try {
      return await work();
    } finally {
      this.running -= 1;
      line.running -= 1;
      if (line.waiting.length > FLOOD)
        this.rest(line, Math.min(LONGEST_REST_MS, (this.clock.now() - begun) * REST));
      if (line.running === 0 && line.waiting.length === 0) this.lines.delete(siteId);
      this.startNext();
    }
  }

  private lineOf(siteId: number): Line {
    let line = this.lines.get(siteId);
    if (!line) this.lines.set(siteId, (line = { waiting: [], running: 0, isResting: false }));
    return line;
  }

  private rest(line: Line, milliseconds: number): void {
    line.isResting = true;
    this.clock.after(milliseconds, () => {
      line.isResting = false;
      this.startNext();
    });
  }

  private startNext(): void {
    for (const [siteId, line] of this.lines) {
      if (this.running >= AT_ONCE) return;
      const atOnce = line.waiting.length > FLOOD ? 1 : AT_ONCE_A_SITE;
      if (line.isResting || line.running >= atOnce) continue;
      const start = line.waiting.shift();
      if (!start) continue;
      this.running += 1;
      line.running += 1;
      // To the end of the round: the others come first.
      this.lines.delete(siteId);
      this.lines.set(siteId, line);
      start();
    }
  }
}
