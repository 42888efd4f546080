import { Injectable } from '@nestjs/common';
import { Clock, systemCtx } from '@zhanqun/kernel';
import { PurgeLog } from '../cache';
import { Db, instant, poolFigures } from '../db';
import { JOBS_BY_STATE, OLDEST_WAITING_JOB, type JobStateRow, type OldestJobRow } from './job-figures.sql';
import { Metrics } from './metrics';

/** What the platform itself tells: database, jobs, purge log. */
@Injectable()
export class PlatformMetrics {
  constructor(
    private readonly metrics: Metrics,
    private readonly db: Db,
    private readonly purges: PurgeLog,
    private readonly clock: Clock,
  ) {}

  register(): void {
    const { metrics } = this;
    metrics.gauge('zhanqun_database_connections', '数据库连接：已打开', () => poolFigures(this.db).open);
    metrics.gauge('zhanqun_database_connections_idle', '数据库连接：空闲', () => poolFigures(this.db).idle);
    metrics.gauge(
      'zhanqun_database_waiting',
      '等候数据库连接或写锁的请求数',
      () => poolFigures(this.db).waiting,
    );
    metrics.gauges('zhanqun_jobs', '后台任务数，按状态', 'state', () => this.jobs());
    metrics.gauge('zhanqun_jobs_oldest_due_seconds', '最早到期而未执行的后台任务已等候的秒数', () =>
      this.oldestJob(),
    );
    metrics.gauge('zhanqun_purge_log_age_seconds', '距上次读完清除日志的秒数；不读日志的进程没有', () => {
      const at = this.purges.caughtUpAt;
      return at ? (this.clock.now().getTime() - at.getTime()) / 1000 : null;
    });
  }

  private async jobs(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.sql<JobStateRow>(systemCtx(this.clock.now()), JOBS_BY_STATE, []);
    return new Map(rows.map(({ state, jobs }) => [state, Number(jobs)]));
  }

  private async oldestJob(): Promise<number> {
    const now = this.clock.now();
    const [row] = await this.db.sql<OldestJobRow>(systemCtx(now), OLDEST_WAITING_JOB, [now]);
    const since = instant(row?.since);
    return since ? (now.getTime() - since.getTime()) / 1000 : 0;
  }
}
