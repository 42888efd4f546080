import { Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from '@zhanqun/platform';
import { ConsoleModule } from '../../console-api/src/console.module';
import { PublicModule } from '../../public/src/public.module';
import { WorkerModule } from '../../worker/src/worker.module';
import { DemoModule } from '@zhanqun/demo';

/** The three applications in one container (docs/decisions/0002). */
@Module({})
export class AllInOneModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: AllInOneModule,
      imports: [
        PublicModule.forRoot(config),
        ConsoleModule.forRoot(config),
        WorkerModule.forRoot(config),
        DemoModule,
      ],
    };
  }
}
