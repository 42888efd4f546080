import { Module } from '@nestjs/common';
import { ContentModule } from '@zhanqun/content';
import { IndicatorRules } from './facts/indicator-rules';
import { PlatformSiteFacts } from './facts/platform-site-facts';
import { SiteFacts } from './facts/site-facts';
import { FindingController } from './finding/finding.controller';
import { FindingLedger } from './finding/finding-ledger';
import { FindingService } from './finding/finding.service';
import { IndicatorController } from './indicator/indicator.controller';
import { OverviewController } from './overview/overview.controller';
import { OverviewService } from './overview/overview.service';
import { SiteNames } from './overview/site-names';
import { Inspection } from './patrol/inspection';
import { PatrolController } from './patrol/patrol.controller';
import { DailyPatrol, InspectSiteHandler } from './patrol/patrol.jobs';
import { PatrolService } from './patrol/patrol.service';
import { RectificationController } from './rectification/rectification.controller';
import { RectificationNews } from './rectification/rectification-news';
import { RectificationService } from './rectification/rectification.service';
import { RectificationTodos } from './rectification/rectification-todos';
import { RectificationViews } from './rectification/rectification-views';

@Module({
  imports: [ContentModule],
  providers: [
    FindingLedger,
    FindingService,
    IndicatorRules,
    Inspection,
    OverviewService,
    PatrolService,
    RectificationNews,
    RectificationService,
    RectificationTodos,
    RectificationViews,
    SiteNames,
    { provide: SiteFacts, useClass: PlatformSiteFacts },
  ],
  exports: [
    FindingService,
    Inspection,
    OverviewService,
    PatrolService,
    RectificationService,
    RectificationViews,
    SiteNames,
  ],
})
export class SupervisionModule {}

@Module({
  imports: [SupervisionModule],
  controllers: [
    FindingController,
    IndicatorController,
    OverviewController,
    PatrolController,
    RectificationController,
  ],
})
export class SupervisionConsoleModule {}

@Module({ imports: [SupervisionModule], providers: [InspectSiteHandler, DailyPatrol] })
export class SupervisionJobsModule {}
