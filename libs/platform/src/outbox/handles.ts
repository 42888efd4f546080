import 'reflect-metadata';
import type { Ctx, StaffCtx } from '@zhanqun/kernel';
import type { JobEventClass } from './job-event';

/** Does the work of one kind of job. It may be called again with the same event: write it to be repeated. */
export interface JobHandler<E extends object> {
  /** `ctx` stands at the site where the event was announced, if there was one; the actor is the platform. */
  handle(ctx: Ctx, event: E): Promise<void>;
}

export interface ScheduledJob {
  run(ctx: StaffCtx): Promise<void>;
}

/** `dailyAt` is `HH:MM` in Shanghai. */
export type Rhythm = { readonly everyMinutes: number } | { readonly dailyAt: string };
export type Schedule = { readonly key: string } & Rhythm;

const HANDLES = 'zhanqun:handles';
const SCHEDULED = 'zhanqun:scheduled';

/** Makes a provider the one handler of an event class. */
export function Handles<E extends object>(
  event: JobEventClass<E>,
): (target: new (...args: never[]) => JobHandler<E>) => void {
  return (target) => Reflect.defineMetadata(HANDLES, event, target);
}

/** Has a provider run by the clock: one run at a time across all processes. */
export function Scheduled(schedule: Schedule): (target: new (...args: never[]) => ScheduledJob) => void {
  return (target) => Reflect.defineMetadata(SCHEDULED, schedule, target);
}

export const handledEvent = (target: object): JobEventClass | undefined =>
  Reflect.getOwnMetadata(HANDLES, target) as JobEventClass | undefined;

export const scheduleOf = (target: object): Schedule | undefined =>
  Reflect.getOwnMetadata(SCHEDULED, target) as Schedule | undefined;
