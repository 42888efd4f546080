import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { StaffCtx } from '@zhanqun/kernel';
import { handledEvent, scheduleOf, type JobHandler, type Schedule, type ScheduledJob } from './handles';
import { declaredKinds, kindOf, revive } from './job-event';
import { isRhythm } from './rhythm';

export type JobWork = (ctx: StaffCtx, payload: Record<string, unknown>) => Promise<void>;
interface Provider {
  readonly type: new (...args: never[]) => unknown;
  readonly instance: unknown;
}

export const scheduledKind = (key: string): string => `scheduled.${key}`;

/**
 * Who does what: found among the providers of this process. Refuses to work with a kind that has two
 * handlers or, for declared kinds, none; each fault is a line of the message.
 */
@Injectable()
export class JobHandlers {
  private readonly works = new Map<string, { work: JobWork; by: string }>();
  private readonly planned: Schedule[] = [];
  private readonly faults: string[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  /** Called once at the start of a worker. */
  collect(): void {
    for (const { type, instance } of this.providers()) {
      const event = handledEvent(type);
      if (event)
        this.take(kindOf(event), type.name, (ctx, payload) =>
          (instance as JobHandler<object>).handle(ctx, revive(event, payload)),
        );
      const schedule = scheduleOf(type);
      if (schedule) this.plan(schedule, type.name, instance as ScheduledJob);
    }
    for (const kind of declaredKinds()) if (!this.works.has(kind)) this.faults.push(`${kind} has no handler`);
    if (this.faults.length > 0) throw new Error(`The worker cannot start:\n  ${this.faults.join('\n  ')}`);
  }

  workFor(kind: string): JobWork | undefined {
    return this.works.get(kind)?.work;
  }

  get schedules(): readonly Schedule[] {
    return this.planned;
  }

  private plan(schedule: Schedule, by: string, job: ScheduledJob): void {
    if (!isRhythm(schedule)) this.faults.push(`${by} has no valid rhythm: ${JSON.stringify(schedule)}`);
    this.planned.push(schedule);
    this.take(scheduledKind(schedule.key), by, (ctx) => job.run(ctx));
  }

  private take(kind: string, by: string, work: JobWork): void {
    const other = this.works.get(kind);
    if (other) this.faults.push(`${kind} has two handlers: ${other.by} and ${by}`);
    this.works.set(kind, { work, by });
  }

  /** A provider listed in two modules is one handler, not two. */
  private providers(): Provider[] {
    const found = new Map<Provider['type'], Provider>();
    for (const { instance } of this.discovery.getProviders() as { instance: unknown }[]) {
      if (typeof instance !== 'object' || instance === null) continue;
      const type = instance.constructor as Provider['type'] | undefined;
      if (type && !found.has(type)) found.set(type, { type, instance });
    }
    return [...found.values()];
  }
}
