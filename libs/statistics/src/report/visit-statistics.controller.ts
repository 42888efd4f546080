import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ArticleVisitStatistics } from './article-visits.service';
import { pageOf } from './page-of';
import { VisitFiles } from './visit-files';
import { VisitFileQuery, VisitListQuery, VisitQuery } from './visit-report.dto';
import {
  ArticleVisitsPageView,
  ChannelVisitsPageView,
  SiteVisitsPageView,
  toArticlePageView,
  toChannelVisitsView,
  toOverviewView,
  toSiteVisitsView,
  VisitOverviewView,
} from './visit-report.view';
import { VisitStatistics } from './visit-statistics.service';

/** 访问统计. */
@Controller('sites/:site/statistics/visits')
export class VisitStatisticsController {
  constructor(
    private readonly statistics: VisitStatistics,
    private readonly articlesRead: ArticleVisitStatistics,
    private readonly files: VisitFiles,
  ) {}

  @Get()
  @Requires('read', 'Statistics')
  async overview(@Editor() ctx: EditorCtx, @Query() query: VisitQuery): Promise<VisitOverviewView> {
    return toOverviewView(await this.statistics.overview(ctx, query, query.unit));
  }

  @Get('channels')
  @Requires('read', 'Statistics')
  async channels(@Editor() ctx: EditorCtx, @Query() query: VisitListQuery): Promise<ChannelVisitsPageView> {
    const all = await this.statistics.channelsOf(ctx, query);
    return pageOf(all.map(toChannelVisitsView), query);
  }

  @Get('articles')
  @Requires('read', 'Statistics')
  async articles(@Editor() ctx: EditorCtx, @Query() query: VisitListQuery): Promise<ArticleVisitsPageView> {
    const asked = { from: query.from, to: query.to, title: query.q };
    return toArticlePageView(
      await this.articlesRead.page(ctx, asked, pageRequest(query.page, query.pageSize)),
    );
  }

  @Get('sites')
  @Requires('compare', 'Statistics')
  async sites(@Editor() ctx: EditorCtx, @Query() query: VisitListQuery): Promise<SiteVisitsPageView> {
    const all = await this.statistics.sites(ctx, query);
    const unvisited = all.filter(({ hits }) => hits === 0).length;
    return { ...pageOf(all.map(toSiteVisitsView), query), unvisited };
  }

  @Get('export')
  @Requires('read', 'Statistics')
  async export(@Editor() ctx: EditorCtx, @Query() query: VisitFileQuery): Promise<StreamableFile> {
    const { name, type, bytes } = await this.files.write(ctx, query);
    return new StreamableFile(bytes, {
      type,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      length: bytes.length,
    });
  }
}
