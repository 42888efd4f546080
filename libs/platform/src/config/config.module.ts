import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from '@zhanqun/kernel';
import { AppConfig } from './app-config';

/** Makes the checked configuration and the clock injectable everywhere. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: AppConfig, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [AppConfig, Clock],
    };
  }
}
