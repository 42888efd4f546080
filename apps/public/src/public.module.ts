import { Module, type DynamicModule } from '@nestjs/common';
import { ContentModule, ContentPublicModule } from '@zhanqun/content';
import { PlatformModule, type AppConfig } from '@zhanqun/platform';
import { StatisticsPublicModule } from '@zhanqun/statistics';
import { TenancyModule } from '@zhanqun/tenancy';
import { ThemingModule } from '@zhanqun/theming';

/** What citizens reach: sites, themes and public pages. No accounts, no console. */
@Module({})
export class PublicModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: PublicModule,
      imports: [
        PlatformModule.forRoot(config),
        TenancyModule,
        ThemingModule,
        ContentModule,
        ContentPublicModule,
        StatisticsPublicModule,
      ],
    };
  }
}
