export interface JobStateRow {
  readonly state: string;
  readonly jobs: number | string;
}

/** Jobs of all sites by state: a count, nothing of what they are. */
export const JOBS_BY_STATE = 'SELECT `state`, COUNT(*) AS `jobs` FROM `outbox` GROUP BY `state`';

export interface OldestJobRow {
  readonly since: unknown;
}

/** Since when the job that is due the longest waits. Parameter: now. */
export const OLDEST_WAITING_JOB =
  "SELECT MIN(`runAfter`) AS `since` FROM `outbox` WHERE `state` = 'waiting' AND `runAfter` <= ?";
