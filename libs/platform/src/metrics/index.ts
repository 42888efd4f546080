export { Metrics } from './metrics';
export { MetricsListener } from './metrics-listener';
export { MetricsModule } from './metrics.module';
