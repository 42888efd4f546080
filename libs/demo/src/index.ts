export { Demo } from './demo.service';
export { DemoModule } from './demo.module';
export type { LargeOrder } from './seed/large-county';
