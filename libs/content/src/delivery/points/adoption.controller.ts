import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, sheet, SiteDirectory, workbook, XLSX_TYPE } from '@zhanqun/platform';
import { AdoptionPoints } from './adoption-points';
import { rankingOf } from './adoption-ranking';
import {
  AdoptionDaysQuery,
  AdoptionGradeView,
  AdoptionRankingQuery,
  AdoptionRankingView,
  OwnAdoptionView,
  toOwnAdoptionView,
  toRankView,
  type AdoptionRankView,
} from './adoption.view';

const MOST_LINES = 100;

/** 采用积分: the grades of this site, what it gave to others, and what it earned itself. */
@Controller('sites/:site/adoption')
export class AdoptionController {
  constructor(
    private readonly points: AdoptionPoints,
    private readonly directory: SiteDirectory,
  ) {}

  @Get('grades')
  @Requires('read', 'Delivery')
  grades(@Editor() ctx: EditorCtx): AdoptionGradeView[] {
    return this.points.grades(ctx);
  }

  /** The hundred best; the export has all. */
  @Get('ranking')
  @Requires('read', 'Statistics')
  async ranking(
    @Editor() ctx: EditorCtx,
    @Query() query: AdoptionRankingQuery,
  ): Promise<AdoptionRankingView> {
    return { items: (await this.lines(ctx, query)).slice(0, MOST_LINES) };
  }

  @Get('ranking/export')
  @Requires('read', 'Statistics')
  async export(@Editor() ctx: EditorCtx, @Query() query: AdoptionRankingQuery): Promise<StreamableFile> {
    const rows = await this.lines(ctx, query);
    const bytes = await workbook([
      sheet<AdoptionRankView>({
        name: '报送采用排行',
        columns: [
          { title: '名次', value: ({ rank }) => rank },
          { title: '单位', value: ({ siteName }) => siteName, width: 28 },
          ...(query.by === 'person'
            ? [{ title: '人员', value: ({ person }: AdoptionRankView) => person }]
            : []),
          { title: '采用篇数', value: ({ adopted }) => adopted },
          { title: '积分', value: ({ points }) => points },
          { title: '收回积分', value: ({ takenBack }) => takenBack },
        ],
        rows,
      }),
    ]);
    const name = encodeURIComponent(`报送采用排行 ${query.from} 至 ${query.to}.xlsx`);
    return new StreamableFile(bytes, {
      type: XLSX_TYPE,
      disposition: `attachment; filename*=UTF-8''${name}`,
      length: bytes.length,
    });
  }

  /** 本站得分, for the sender. */
  @Get('mine')
  @Requires('read', 'Delivery')
  async mine(@Editor() ctx: EditorCtx, @Query() query: AdoptionDaysQuery): Promise<OwnAdoptionView> {
    return toOwnAdoptionView(await this.points.earned(ctx, query), this.directory);
  }

  private async lines(ctx: EditorCtx, { by, ...days }: AdoptionRankingQuery): Promise<AdoptionRankView[]> {
    return rankingOf(await this.points.given(ctx, days), by).map((line) => toRankView(line, this.directory));
  }
}
