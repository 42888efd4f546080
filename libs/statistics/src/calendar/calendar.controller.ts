import { Controller, Get, Query } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { DaysQuery } from '../work/work-statistics.dto';
import { CalendarView, toCalendarEntryView } from './calendar.dto';
import { PublishingCalendar } from './publishing-calendar.service';

/** 发布日历. */
@Controller('sites/:site/calendar')
export class CalendarController {
  constructor(private readonly calendar: PublishingCalendar) {}

  @Get()
  @Requires('read', 'Article')
  async between(@Editor() ctx: EditorCtx, @Query() query: DaysQuery): Promise<CalendarView> {
    return { items: (await this.calendar.between(ctx, query)).map(toCalendarEntryView) };
  }
}
