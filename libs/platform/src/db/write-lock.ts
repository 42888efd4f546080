import { databaseBusy } from './db.errors';

const LOCK_WAIT_MS = 30_000;

/** A fair lock: waiters get it in the order in which they asked. */
export class WriteLock {
  private isHeld = false;
  private readonly waiting: { grant: () => void; timer: NodeJS.Timeout }[] = [];

  /** How many wait for it. */
  get waiters(): number {
    return this.waiting.length;
  }

  acquire(): Promise<void> {
    if (!this.isHeld) {
      this.isHeld = true;
      return Promise.resolve();
    }
    return new Promise((grant, refuse) => {
      const waiter = {
        grant,
        timer: setTimeout(() => {
          this.waiting.splice(this.waiting.indexOf(waiter), 1);
          refuse(databaseBusy());
        }, LOCK_WAIT_MS),
      };
      this.waiting.push(waiter);
    });
  }

  release(): void {
    const next = this.waiting.shift();
    if (!next) {
      this.isHeld = false;
      return;
    }
    clearTimeout(next.timer);
    next.grant();
  }
}

const locks = new Map<string, WriteLock>();

/** Several pools of one process on the same file share its lock. */
export function lockOf(file: string): WriteLock {
  const known = locks.get(file);
  if (known) return known;
  const lock = new WriteLock();
  locks.set(file, lock);
  return lock;
}
