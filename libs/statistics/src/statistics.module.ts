import { Module } from '@nestjs/common';
import { ContentModule } from '@zhanqun/content';
import { CalendarController } from './calendar/calendar.controller';
import { ChannelReminder } from './calendar/channel-reminder.job';
import { PublishingCalendar } from './calendar/publishing-calendar.service';
import { VisitCounter } from './visit/visit-counter';
import { VisitLedger } from './visit/visit-ledger';
import { VisitPage } from './visit/visit.page';
import { WorkFacts } from './work/work-facts';
import { WorkLabels } from './work/work-labels';
import { WorkStatisticsController } from './work/work-statistics.controller';
import { WorkStatistics } from './work/work-statistics.service';

/** Counting visits, in the public process. */
@Module({ imports: [ContentModule], providers: [VisitCounter, VisitLedger, VisitPage] })
export class StatisticsPublicModule {}

/** Work statistics and the publishing calendar, in the console. */
@Module({
  imports: [ContentModule],
  controllers: [CalendarController, WorkStatisticsController],
  providers: [PublishingCalendar, VisitLedger, WorkFacts, WorkLabels, WorkStatistics],
})
export class StatisticsConsoleModule {}

/** Reminders, in the worker. */
@Module({ imports: [ContentModule], providers: [ChannelReminder] })
export class StatisticsJobsModule {}
