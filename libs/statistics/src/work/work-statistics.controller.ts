import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, XLSX_TYPE } from '@zhanqun/platform';
import { workWorkbook } from './work-export';
import { DaysQuery, toWorkReportView, WorkQuery, WorkReportView } from './work-statistics.dto';
import { WorkStatistics } from './work-statistics.service';

/** 工作量统计. */
@Controller('sites/:site/statistics')
export class WorkStatisticsController {
  constructor(private readonly statistics: WorkStatistics) {}

  @Get('work')
  @Requires('read', 'Statistics')
  async work(@Editor() ctx: EditorCtx, @Query() query: WorkQuery): Promise<WorkReportView> {
    return toWorkReportView(await this.statistics.report(ctx, query));
  }

  @Get('work/export')
  @Requires('read', 'Statistics')
  async export(@Editor() ctx: EditorCtx, @Query() query: WorkQuery): Promise<StreamableFile> {
    const bytes = await workWorkbook(await this.statistics.report(ctx, query), query.by, query);
    const name = encodeURIComponent(`工作量统计 ${query.from} 至 ${query.to}.xlsx`);
    return new StreamableFile(bytes, {
      type: XLSX_TYPE,
      disposition: `attachment; filename*=UTF-8''${name}`,
      length: bytes.length,
    });
  }

  @Get('mine')
  @Requires('use', 'Desk')
  async mine(@Editor() ctx: EditorCtx, @Query() query: DaysQuery): Promise<WorkReportView> {
    return toWorkReportView(await this.statistics.mine(ctx, query));
  }
}
