import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Metrics } from './metrics';
import { MetricsAccess } from './metrics-access';
import { MetricsListener } from './metrics-listener';
import { MetricsController } from './metrics.controller';
import { PlatformMetrics } from './platform-metrics';

/** `/metrics`, on the back-office port and on a port of their own where processes have none. */
@Global()
@Module({
  providers: [Metrics, MetricsAccess, MetricsListener, PlatformMetrics],
  controllers: [MetricsController],
  exports: [Metrics, MetricsListener],
})
export class MetricsModule implements OnModuleInit {
  constructor(private readonly platform: PlatformMetrics) {}

  onModuleInit(): void {
    this.platform.register();
  }
}
