import { Injectable } from '@nestjs/common';
import { shanghaiDay, type EditorCtx } from '@zhanqun/kernel';
import { csv, sheet, workbook, XLSX_TYPE, type Table } from '@zhanqun/platform';
import { KIND_LABELS } from '../visit/visited-page';
import { ArticleVisitStatistics, type ArticleVisits } from './article-visits.service';
import type { VisitFileQuery } from './visit-report.dto';
import { VisitStatistics, type ChannelVisits, type SiteVisits } from './visit-statistics.service';
import type { TrendPoint } from './visit-trend';

/** Lines of an exported ranking of articles. */
const MOST_ARTICLES = 5_000;

export interface VisitFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** 访问统计导出: the tables of the screens as files, whole. */
@Injectable()
export class VisitFiles {
  constructor(
    private readonly statistics: VisitStatistics,
    private readonly articles: ArticleVisitStatistics,
  ) {}

  async write(ctx: EditorCtx, query: VisitFileQuery): Promise<VisitFile> {
    const table = await this.table(ctx, query);
    const name = `访问统计 ${table.name} ${query.from} 至 ${query.to}`;
    return query.format === 'csv'
      ? { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.from(csv(table)) }
      : { name: `${name}.xlsx`, type: XLSX_TYPE, bytes: await workbook([sheet(table)]) };
  }

  private async table(ctx: EditorCtx, query: VisitFileQuery): Promise<Table<never>> {
    switch (query.table) {
      case 'trend': {
        const { trend } = await this.statistics.overview(ctx, query, query.unit);
        return trendTable(trend);
      }
      case 'kinds': {
        const { kinds } = await this.statistics.overview(ctx, query, query.unit);
        return kindTable(kinds);
      }
      case 'channels':
        return channelTable(await this.statistics.channelsOf(ctx, query));
      case 'articles':
        return articleTable(await this.articles.first(ctx, query, MOST_ARTICLES));
      case 'sites':
        return siteTable(await this.statistics.sites(ctx, query));
    }
  }
}

/** The columns know their rows; whoever writes the file need not. */
const asTable = <T>(table: Table<T>): Table<never> => table as unknown as Table<never>;

const trendTable = (rows: readonly TrendPoint[]): Table<never> =>
  asTable({
    name: '趋势',
    rows,
    columns: [
      { title: '时间', value: ({ key }) => (key.length === 2 ? `${key} 时` : key) },
      { title: '点击量', value: ({ hits }) => hits },
      { title: '访客（按日估算）', value: ({ visitors }) => visitors, width: 18 },
    ],
  });

const kindTable = (rows: readonly { kind: keyof typeof KIND_LABELS; hits: number }[]): Table<never> =>
  asTable({
    name: '页面类别',
    rows,
    columns: [
      { title: '页面类别', value: ({ kind }) => KIND_LABELS[kind] },
      { title: '点击量', value: ({ hits }) => hits },
    ],
  });

const channelTable = (rows: readonly ChannelVisits[]): Table<never> =>
  asTable({
    name: '栏目',
    rows,
    columns: [
      { title: '栏目', value: ({ name }) => name, width: 40 },
      { title: '栏目页', value: ({ lists }) => lists },
      { title: '栏目内文章', value: ({ articles }) => articles },
      { title: '合计', value: ({ hits }) => hits },
    ],
  });

const articleTable = (rows: readonly ArticleVisits[]): Table<never> =>
  asTable({
    name: '文章',
    rows,
    columns: [
      { title: '标题', value: ({ title }) => title, width: 60 },
      { title: '栏目', value: ({ channel }) => channel, width: 20 },
      { title: '发布日期', value: ({ publishedAt }) => publishedAt && shanghaiDay(publishedAt) },
      { title: '点击量', value: ({ hits }) => hits },
      { title: '上一周期', value: ({ hitsBefore }) => hitsBefore },
      { title: '网址', value: ({ url }) => url, width: 50 },
    ],
  });

const siteTable = (rows: readonly SiteVisits[]): Table<never> =>
  asTable({
    name: '站点',
    rows,
    columns: [
      { title: '站点', value: ({ site }) => site.name, width: 36 },
      { title: '点击量', value: ({ hits }) => hits },
      { title: '访客（按日估算）', value: ({ visitors }) => visitors, width: 18 },
      { title: '上一周期点击量', value: ({ before }) => before.hits, width: 16 },
      { title: '最近访问', value: ({ lastOn }) => lastOn ?? '从未' },
      { title: '提示', value: ({ hits }) => (hits === 0 ? '本期无人访问' : '') },
    ],
  });
