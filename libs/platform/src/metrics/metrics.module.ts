import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Metrics } from './metrics';
import { MetricsAccess } from './metrics-access';
import { MetricsListener } from './metrics-listener';
import { MetricsController } from './metrics.controller';
import { PlatformMetrics } from './platform-metrics';

/** The figures of this process, and the private port of processes without a back office. */
@Global()
@Module({
  providers: [Metrics, MetricsAccess, MetricsListener, PlatformMetrics],
  exports: [Metrics, MetricsAccess, MetricsListener],
})
export class MetricsModule implements OnModuleInit {
  constructor(private readonly platform: PlatformMetrics) {}

  onModuleInit(): void {
    this.platform.register();
  }
}

/** `/metrics` on the back-office port; the citizens' process has no such route. */
@Module({ controllers: [MetricsController] })
export class MetricsConsoleModule {}
