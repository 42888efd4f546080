import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { systemCtx } from '@zhanqun/kernel';
import { Handles, Scheduled, type JobHandler, type ScheduledJob } from './handles';
import { JobEvent } from './job-event';
import { JobHandlers } from './job-handlers';

@JobEvent()
class Declared {
  static readonly kind = 'handlers.declared';
  constructor(readonly number: number) {}
}

@JobEvent('handlers.named')
class Named {}

const done: unknown[] = [];

@Injectable()
@Handles(Declared)
class DeclaredHandler implements JobHandler<Declared> {
  handle(_: unknown, event: Declared): Promise<void> {
    done.push(event);
    return Promise.resolve();
  }
}

@Injectable()
@Handles(Declared)
class SecondHandler extends DeclaredHandler {}

@Injectable()
class Heir extends DeclaredHandler {}

@Injectable()
@Handles(Named)
class NamedHandler implements JobHandler<Named> {
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

@Injectable()
@Scheduled({ key: 'handlers.nightly', dailyAt: '02:30' })
class Nightly implements ScheduledJob {
  run(): Promise<void> {
    done.push('nightly');
    return Promise.resolve();
  }
}

@Injectable()
@Scheduled({ key: 'handlers.nightly', dailyAt: '25:00' })
class WrongNightly extends Nightly {}

const collected = async (...providers: (new () => unknown)[]): Promise<JobHandlers> => {
  @Module({ providers: providers as never })
  class Other {}
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule, Other],
    providers: [JobHandlers, ...(providers as never[])],
  }).compile();
  const handlers = module.get(JobHandlers);
  handlers.collect();
  return handlers;
};

describe('任务处理者', () => {
  it('finds the handler of a kind, also when two modules list it, and gives it the event again', async () => {
    const handlers = await collected(DeclaredHandler, NamedHandler, Nightly, Heir);
    const ctx = systemCtx(new Date());

    await handlers.workFor('handlers.declared')!(ctx, { number: 4 });
    await handlers.workFor('scheduled.handlers.nightly')!(ctx, {});

    expect(done).toEqual([new Declared(4), 'nightly']);
    expect(done[0]).toBeInstanceOf(Declared);
    expect(handlers.schedules).toEqual([{ key: 'handlers.nightly', dailyAt: '02:30' }]);
    expect(handlers.workFor('handlers.unknown')).toBeUndefined();
  });

  it('refuses to start without a handler for a declared kind', async () => {
    await expect(collected(DeclaredHandler)).rejects.toThrow('handlers.named has no handler');
  });

  it('refuses to start with two handlers for a kind or a schedule, and names them', async () => {
    await expect(
      collected(DeclaredHandler, SecondHandler, NamedHandler, Nightly, WrongNightly),
    ).rejects.toThrow(
      [
        'The worker cannot start:',
        'handlers.declared has two handlers: DeclaredHandler and SecondHandler',
        'WrongNightly has no valid rhythm: {"key":"handlers.nightly","dailyAt":"25:00"}',
        'scheduled.handlers.nightly has two handlers: Nightly and WrongNightly',
      ].join('\n  '),
    );
  });

  it('refuses two event classes of one kind', () => {
    class Twin {
      static readonly kind = 'handlers.declared';
    }

    expect(() => JobEvent()(Twin)).toThrow('Two job events are called handlers.declared');
  });
});
