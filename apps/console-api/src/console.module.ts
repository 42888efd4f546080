import { Module, type DynamicModule } from '@nestjs/common';
import { ContentConsoleModule, ContentModule, ContentPublicModule } from '@zhanqun/content';
import { IdentityConsoleModule, IdentityModule } from '@zhanqun/identity';
import {
  AuditConsoleModule,
  HttpGuardModule,
  JobsConsoleModule,
  MetricsConsoleModule,
  OpenApiModule,
  PlatformModule,
  type AppConfig,
} from '@zhanqun/platform';
import { StatisticsConsoleModule } from '@zhanqun/statistics';
import { SupervisionConsoleModule, SupervisionModule } from '@zhanqun/supervision';
import { TenancyConsoleModule, TenancyModule } from '@zhanqun/tenancy';
import { ThemingConsoleModule, ThemingModule } from '@zhanqun/theming';

/** The back office: every console controller behind the one guard. Public pages are here for previews. */
@Module({})
export class ConsoleModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: ConsoleModule,
      imports: [
        PlatformModule.forRoot(config),
        HttpGuardModule,
        TenancyModule,
        IdentityModule,
        ThemingModule,
        ContentModule,
        ContentPublicModule,
        SupervisionModule,
        JobsConsoleModule,
        AuditConsoleModule,
        MetricsConsoleModule,
        OpenApiModule,
        TenancyConsoleModule,
        IdentityConsoleModule,
        ThemingConsoleModule,
        ContentConsoleModule,
        StatisticsConsoleModule,
        SupervisionConsoleModule,
      ],
    };
  }
}
