import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { shanghaiDay, type EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, sheet, SiteDirectory, workbook, XLSX_TYPE } from '@zhanqun/platform';
import { AdoptionPoints, type Days } from './adoption-points';
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
    const { from, to } = daysOf(ctx, query);
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
    const name = encodeURIComponent(`报送采用排行 ${from} 至 ${to}.xlsx`);
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
    return toOwnAdoptionView(await this.points.earned(ctx, daysOf(ctx, query)), this.directory);
  }

  private async lines(ctx: EditorCtx, query: AdoptionRankingQuery): Promise<AdoptionRankView[]> {
    const given = await this.points.given(ctx, daysOf(ctx, query));
    return rankingOf(given, query.by).map((line) => toRankView(line, this.directory));
  }
}

function daysOf({ now }: EditorCtx, { from, to }: AdoptionDaysQuery): Days {
  const today = shanghaiDay(now);
  return { from: from ?? `${today.slice(0, 7)}-01`, to: to ?? today };
}
