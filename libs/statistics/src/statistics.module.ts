import { Module } from '@nestjs/common';
import { ContentModule, HotArticles } from '@zhanqun/content';
import { CalendarController } from './calendar/calendar.controller';
import { ChannelReminder } from './calendar/channel-reminder.job';
import { PublishingCalendar } from './calendar/publishing-calendar.service';
import { ArticleVisitStatistics } from './report/article-visits.service';
import { VisitFiles } from './report/visit-files';
import { VisitStatisticsController } from './report/visit-statistics.controller';
import { VisitStatistics } from './report/visit-statistics.service';
import { VisitedHotArticles } from './visit/hot-articles';
import { VisitCounter } from './visit/visit-counter';
import { VisitHistory } from './visit/visit-history';
import { VisitLedger } from './visit/visit-ledger';
import { VisitRollup } from './visit/visit-rollup.job';
import { VisitSalts } from './visit/visit-salts';
import { VisitPage } from './visit/visit.page';
import { WorkFacts } from './work/work-facts';
import { WorkLabels } from './work/work-labels';
import { WorkStatisticsController } from './work/work-statistics.controller';
import { WorkStatistics } from './work/work-statistics.service';

/** The counts of a site: what every other part reads and adds to. */
@Module({
  imports: [ContentModule],
  providers: [VisitHistory, VisitLedger, VisitSalts, { provide: HotArticles, useClass: VisitedHotArticles }],
  exports: [VisitHistory, VisitLedger, VisitSalts, HotArticles],
})
export class StatisticsModule {}

/** Counting visits, in the public process. */
@Module({ imports: [StatisticsModule], providers: [VisitCounter, VisitPage] })
export class StatisticsPublicModule {}

/** Work and visit statistics and the publishing calendar, in the console. */
@Module({
  imports: [ContentModule, StatisticsModule],
  controllers: [CalendarController, VisitStatisticsController, WorkStatisticsController],
  providers: [
    ArticleVisitStatistics,
    PublishingCalendar,
    VisitFiles,
    VisitStatistics,
    WorkFacts,
    WorkLabels,
    WorkStatistics,
  ],
})
export class StatisticsConsoleModule {}

/** Reminders and the nightly roll-up, in the worker. */
@Module({ imports: [ContentModule, StatisticsModule], providers: [ChannelReminder, VisitRollup] })
export class StatisticsJobsModule {}
