export { Metrics } from './metrics';
export { MetricsListener } from './metrics-listener';
export { MetricsConsoleModule, MetricsModule } from './metrics.module';
