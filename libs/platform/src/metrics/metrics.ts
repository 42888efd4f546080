import { Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

type Reading = number | null | Promise<number | null>;
/** Values by label. */
type Readings = ReadonlyMap<string, number> | Promise<ReadonlyMap<string, number>>;

/**
 * 运行指标: the figures of this process for Prometheus. Each part of the process names its own and says how
 * to read it; nothing is kept here between two readings. A figure that cannot be read is left out.
 */
@Injectable()
export class Metrics {
  private readonly logger = new Logger('Metrics');
  private readonly registry = new Registry();
  private hasProcess = false;

  get contentType(): string {
    return this.registry.contentType;
  }

  /** The text that Prometheus reads. Process figures (memory, event loop) begin with the first call. */
  text(): Promise<string> {
    if (!this.hasProcess) collectDefaultMetrics({ register: this.registry });
    this.hasProcess = true;
    return this.registry.metrics();
  }

  /** Something that goes up and down; null where there is nothing to tell. */
  gauge(name: string, help: string, read: () => Reading): void {
    const attempt = this.attempt(name);
    const gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        const value = await attempt(read);
        if (value === null) gauge.remove();
        else gauge.set(value);
      },
    });
  }

  /** Something that only goes up while the process runs, such as hits. */
  counter(name: string, help: string, read: () => number): void {
    const counter = new Counter({
      name,
      help,
      registers: [this.registry],
      collect() {
        counter.reset();
        counter.inc(read());
      },
    });
  }

  /** How long something took; answers with what to call each time, in seconds. */
  durations(name: string, help: string, buckets: readonly number[]): (seconds: number) => void {
    const histogram = new Histogram({ name, help, buckets: [...buckets], registers: [this.registry] });
    return (seconds) => histogram.observe(seconds);
  }

  /** One figure a value of the label. */
  gauges(name: string, help: string, label: string, read: () => Readings): void {
    const attempt = this.attempt(name);
    const gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      async collect() {
        gauge.reset();
        for (const [value, figure] of (await attempt(read)) ?? []) gauge.set({ [label]: value }, figure);
      },
    });
  }

  private attempt(name: string) {
    return async <T>(read: () => T): Promise<Awaited<T> | null> => {
      try {
        return await read();
      } catch (error) {
        this.logger.warn(`${name} 暂时读不到：${String(error)}`);
        return null;
      }
    };
  }
}
