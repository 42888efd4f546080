import { Module } from '@nestjs/common';
import { BlueprintController } from './blueprint/blueprint.controller';
import { PlatformNoticeController, PortalNoticeController } from './network-notice/network-notice.controller';
import { NoticeDesk } from './network-notice/notice-desk';
import { OrganisationController } from './organisation/organisation.controller';
import { RegulationController } from './regulation/regulation.controller';
import { PlatformSettingsController, SiteSettingsController } from './settings/settings.controller';
import { SiteLifecycleController } from './site/site-life-cycle.controller';
import { SiteViews } from './site/site-views';
import { SiteController } from './site/site.controller';

/** The console's routes for sites, organisations, settings and regulations. */
@Module({
  controllers: [
    SiteController,
    SiteLifecycleController,
    SiteSettingsController,
    PlatformSettingsController,
    BlueprintController,
    RegulationController,
    OrganisationController,
    PlatformNoticeController,
    PortalNoticeController,
  ],
  providers: [SiteViews, NoticeDesk],
})
export class TenancyConsoleModule {}
