import { Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { mapPage, type StaffCtx } from '@zhanqun/kernel';
import { Caller, Requires, SiteDirectory } from '../http';
import { JobCountsView, JobDetailView, JobPageView, JobQuery, toJobDetailView, toJobView } from './jobs.dto';
import { JobsService } from './jobs.service';

@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly directory: SiteDirectory,
  ) {}

  @Get()
  @Requires('read', 'Job')
  async list(@Caller() ctx: StaffCtx, @Query() query: JobQuery): Promise<JobPageView> {
    const page = await this.jobs.list(ctx, query, query);
    return { ...mapPage(page, (row) => toJobView(row, this.directory)) } as JobPageView;
  }

  @Get('summary')
  @Requires('read', 'Job')
  async summary(@Caller() ctx: StaffCtx): Promise<JobCountsView> {
    return this.jobs.counts(ctx);
  }

  @Get(':id')
  @Requires('read', 'Job')
  async get(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<JobDetailView> {
    return toJobDetailView(await this.jobs.get(ctx, id), this.directory);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Requires('manage', 'Job')
  async retry(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<JobDetailView> {
    return toJobDetailView(await this.jobs.retry(ctx, id), this.directory);
  }

  @Post(':id/discard')
  @HttpCode(200)
  @Requires('manage', 'Job')
  async discard(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<JobDetailView> {
    return toJobDetailView(await this.jobs.discard(ctx, id), this.directory);
  }
}
