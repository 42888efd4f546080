import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { atSite, Clock, systemCtx, type StaffCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '../http/site-directory';
import { JobHandlers } from './job-handlers';
import { JobLedger, type MovedRow } from './job-ledger';
import { JobMover } from './job-mover';
import { JobTiming } from './job-timing';

/** Does the jobs: takes each row by a lease, rebuilds its context and writes down how it ended. */
@Injectable()
export class JobRunner implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly ledger: JobLedger,
    private readonly mover: JobMover,
    private readonly handlers: JobHandlers,
    private readonly directory: SiteDirectory,
    private readonly clock: Clock,
    private readonly timing: JobTiming,
  ) {}

  onModuleInit(): void {
    this.handlers.collect();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  async start(): Promise<void> {
    await this.mover.start((rowId) => this.run(rowId));
  }

  /** Takes nothing new, waits for what is running. */
  async stop(): Promise<void> {
    await this.mover.stop();
  }

  get isRunning(): boolean {
    return this.mover.isRunning;
  }

  /**
   * Does everything that is due now, including what that brings about, and returns how many jobs it
   * started: for commands and tests that cannot wait for the clock.
   */
  async runDue(): Promise<number> {
    let started = 0;
    for (;;) {
      const due = await this.ledger.due(this.clock.now(), 100);
      if (due.length === 0) return started;
      for (const { id } of due) await this.run(id);
      started += due.length;
    }
  }

  private async run(rowId: number): Promise<void> {
    const row = await this.ledger.claim(rowId, this.clock.now());
    if (!row) return;
    const renewal = setInterval(() => void this.renew(row), this.timing.leaseMs / 3);
    try {
      await this.perform(row);
    } catch (error) {
      await this.failed(row, error);
      return;
    } finally {
      clearInterval(renewal);
    }
    await this.ledger.finish(row, this.clock.now());
  }

  private async perform(row: MovedRow): Promise<void> {
    const work = this.handlers.workFor(row.kind);
    if (!work) throw new Error(`没有处理“${row.kind}”的程序，可能由更新的版本写入`);
    await work(this.contextOf(row), await this.ledger.payload(row, this.clock.now()));
  }

  private contextOf(row: MovedRow): StaffCtx {
    const ctx = systemCtx(this.clock.now(), row.traceId);
    if (row.siteId === null) return ctx;
    const site = this.directory.byId(row.siteId);
    if (!site) throw new Error(`站点 ${row.siteId} 不在站点目录中`);
    return atSite(ctx, site);
  }

  private async failed(row: MovedRow, error: unknown): Promise<void> {
    const again = await this.ledger.fail(row, error, this.clock.now());
    if (again) this.mover.announce([again]);
    const stack = error instanceof Error ? error.stack : String(error);
    const words = `任务 ${row.kind} #${row.id} 第 ${row.attempts} 次执行失败`;
    if (row.attempts >= row.maxAttempts) this.logger.error(`${words}，不再自动重试`, stack);
    else this.logger.warn(words, stack);
  }

  private async renew(row: MovedRow): Promise<void> {
    try {
      await this.ledger.renew(row, this.clock.now());
    } catch {
      // The database is away; the next renewal tries again before the lease ends.
    }
  }
}
