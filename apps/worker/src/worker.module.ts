import { Module, type DynamicModule } from '@nestjs/common';
import { ContentJobsModule, ContentModule, ContentPublicModule } from '@zhanqun/content';
import { IdentityJobsModule, IdentityModule } from '@zhanqun/identity';
import { JobRunnerModule, PlatformModule, type AppConfig } from '@zhanqun/platform';
import { StatisticsJobsModule } from '@zhanqun/statistics';
import { SupervisionJobsModule, SupervisionModule } from '@zhanqun/supervision';
import { TenancyJobsModule, TenancyModule } from '@zhanqun/tenancy';
import { ThemingModule } from '@zhanqun/theming';

/** The clock and the queue: job handlers and schedules, no controllers. */
@Module({})
export class WorkerModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config),
        TenancyModule,
        IdentityModule,
        ThemingModule,
        ContentModule,
        ContentPublicModule,
        SupervisionModule,
        TenancyJobsModule,
        IdentityJobsModule,
        ContentJobsModule,
        StatisticsJobsModule,
        SupervisionJobsModule,
        JobRunnerModule,
      ],
    };
  }
}
