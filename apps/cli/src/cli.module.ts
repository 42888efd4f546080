import { Module, type DynamicModule } from '@nestjs/common';
import { ContentModule, ContentPublicModule } from '@zhanqun/content';
import { DemoModule } from '@zhanqun/demo';
import { IdentityModule } from '@zhanqun/identity';
import { PlatformModule, type AppConfig } from '@zhanqun/platform';
import { SupervisionModule } from '@zhanqun/supervision';
import { TenancyModule } from '@zhanqun/tenancy';
import { ThemingModule } from '@zhanqun/theming';

/** The services an operator's command may call; no port, no job runner. */
@Module({})
export class CliModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: CliModule,
      imports: [
        PlatformModule.forRoot(config),
        TenancyModule,
        IdentityModule,
        ThemingModule,
        ContentModule,
        ContentPublicModule,
        SupervisionModule,
        DemoModule,
      ],
    };
  }
}
