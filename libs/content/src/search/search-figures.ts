import { Injectable } from '@nestjs/common';
import { Metrics } from '@zhanqun/platform';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

/** 检索的运行指标: how often citizens searched in this process, how long it took, and how often nothing was found. */
@Injectable()
export class SearchFigures {
  private without = 0;
  private readonly took: (seconds: number) => void;

  constructor(metrics: Metrics) {
    this.took = metrics.durations('zhanqun_search_seconds', '检索用时（次数见 _count）', BUCKETS);
    metrics.counter('zhanqun_search_without_results_total', '没有结果的检索次数', () => this.without);
  }

  /** Runs a search and keeps what it took; one that fails is no search that found nothing. */
  async counted<T extends { readonly total: number }>(search: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const found = await search();
    this.took((performance.now() - begun) / 1000);
    if (found.total === 0) this.without += 1;
    return found;
  }
}
