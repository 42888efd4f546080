import { Module } from '@nestjs/common';
import { ContentModule } from '@zhanqun/content';
import { CalendarController } from './calendar/calendar.controller';
import { ChannelReminder } from './calendar/channel-reminder.job';
import { PublishingCalendar } from './calendar/publishing-calendar.service';
import { VisitCounter } from './visit/visit-counter';
import { VisitHistory } from './visit/visit-history';
import { VisitLedger } from './visit/visit-ledger';
import { VisitSalts } from './visit/visit-salts';
import { VisitPage } from './visit/visit.page';
import { WorkFacts } from './work/work-facts';
import { WorkLabels } from './work/work-labels';
import { WorkStatisticsController } from './work/work-statistics.controller';
import { WorkStatistics } from './work/work-statistics.service';

/** The counts of a site: what every other part reads and adds to. */
@Module({ imports: [ContentModule], providers: [VisitHistory, VisitLedger], exports: [VisitHistory, VisitLedger] })
export class StatisticsModule {}

/** Counting visits, in the public process. */
@Module({ imports: [StatisticsModule], providers: [VisitCounter, VisitPage, VisitSalts] })
export class StatisticsPublicModule {}

/** Work statistics and the publishing calendar, in the console. */
@Module({
  imports: [ContentModule, StatisticsModule],
  controllers: [CalendarController, WorkStatisticsController],
  providers: [PublishingCalendar, WorkFacts, WorkLabels, WorkStatistics],
})
export class StatisticsConsoleModule {}

/** Reminders, in the worker. */
@Module({ imports: [ContentModule], providers: [ChannelReminder] })
export class StatisticsJobsModule {}
