import type { MovedRow } from './job-ledger';

export type JobHandle = (rowId: number) => Promise<void>;

/**
 * Moves row ids from the outbox to a runner. It may move an id twice and in any order: the claim on
 * the row decides. What it must not do is forget one.
 */
export abstract class JobMover {
  /** After commit. Never throws and does not wait for Redis: what gets lost here is found again. */
  abstract announce(rows: readonly MovedRow[]): void;
  abstract start(handle: JobHandle): Promise<void>;
  /** Takes nothing new and waits for what is running, within a bound. */
  abstract stop(): Promise<void>;
  abstract readonly isRunning: boolean;
}
