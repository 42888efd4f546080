import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Db, sheet, workbook } from '@zhanqun/platform';
import { CheckLists } from './check-lists';
import { FlaggedTerm } from './flagged-term.entity';
import { placeOf } from './list-place';
import { cellOf, TERM_COLUMNS } from './term-columns';
import { termsOf, valuesOf } from './term-desk';
import type { TermValues } from './term-values';

/** 导出词表 as Excel: the own words, or everything that holds here. */
@Injectable()
export class TermExport {
  constructor(
    private readonly db: Db,
    private readonly lists: CheckLists,
  ) {}

  async run(ctx: StaffCtx, which: 'own' | 'all'): Promise<Buffer> {
    const rows = which === 'own' ? await this.own(ctx) : await this.all(ctx);
    const columns = TERM_COLUMNS.map(({ field, title }) => ({
      title,
      value: (row: TermValues) => cellOf(row, field),
      width: field === 'reason' ? 40 : 18,
    }));
    return workbook([sheet({ name: '词表', columns, rows })]);
  }

  private async own(ctx: StaffCtx): Promise<TermValues[]> {
    const where = { ofSiteId: placeOf(ctx), isOverride: false };
    return (await this.db.shared(ctx, FlaggedTerm).find({ where, order: { id: 'ASC' } })).map(valuesOf);
  }

  private async all(ctx: StaffCtx): Promise<TermValues[]> {
    const list = await this.lists.at(ctx.site);
    return termsOf(list).flatMap(({ term, severity }) => {
      if (!severity) return [];
      const { wrong, right, kind, reason, notAfter, notBefore, within, isQuotable, category } = term;
      return [
        {
          wrong,
          right: right ?? '',
          kind,
          severity,
          reason,
          notAfter,
          notBefore,
          within,
          isQuotable,
          category,
        },
      ];
    });
  }
}
