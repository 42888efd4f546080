import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Db, readSheet } from '@zhanqun/platform';
import { fold } from '../engine/fold';
import { CheckLists } from './check-lists';
import { FlaggedTerm } from './flagged-term.entity';
import { placeOf } from './list-place';
import { ListsChanged } from './lists-changed';
import { importHeadMissing, tooManyTerms } from './lists.errors';
import { columnsOf, readRow } from './term-columns';
import { editedBy, MOST_TERMS, valuesOf } from './term-desk';
import { completed, faultsOf, type TermValues } from './term-values';
import { wordHash } from './word-hash';

export interface BadRow {
  /** As the spreadsheet counts, from 1; the head is row 1. */
  readonly row: number;
  readonly wrong: string;
  readonly message: string;
}

export interface ImportedTerms {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The first of them; `badCount` says how many there are. */
  readonly bad: readonly BadRow[];
  readonly badCount: number;
  /** The first words that would be or were added or changed. */
  readonly sample: readonly TermValues[];
  readonly isDryRun: boolean;
}

const BOUNDS = { maxBytes: 10 * 1024 * 1024, maxRows: MOST_TERMS + 1, maxColumns: 40, maxCell: 2000 };
const MOST_SHOWN = 200;
const SAMPLE = 10;

/** 导入词表 from Excel or CSV. Good rows are taken, bad ones told with their reason; a dry run only tells. */
@Injectable()
export class TermImport {
  constructor(
    private readonly db: Db,
    private readonly lists: CheckLists,
    private readonly changed: ListsChanged,
  ) {}

  /** Raises `platform.sheet.unreadable`, `content.check.importHeadMissing` or `.tooManyTerms`. */
  async run(ctx: StaffCtx, bytes: Uint8Array, name: string, isDryRun: boolean): Promise<ImportedTerms> {
    const [head = [], ...rows] = await readSheet(bytes, name, BOUNDS);
    const columns = columnsOf(head);
    if (!columns.includes('wrong')) throw importHeadMissing();
    const { good, bad, count } = await this.judged(ctx, columns, rows);
    const report = { rows: count, bad: bad.slice(0, MOST_SHOWN), badCount: bad.length, isDryRun };
    return this.db.transaction(ctx, async (ctx) => {
      const stored = await this.db.shared(ctx, FlaggedTerm).find({ where: { ofSiteId: placeOf(ctx) } });
      const byHash = new Map(stored.map((row) => [row.wordHash, row]));
      const fresh = good.filter((values) => !byHash.has(wordHash(values.wrong)));
      const other = good.filter((values) => {
        const row = byHash.get(wordHash(values.wrong));
        return (
          row && (row.isOverride || JSON.stringify(valuesOf(row)) !== JSON.stringify(inOrder(row, values)))
        );
      });
      if (stored.length + fresh.length > MOST_TERMS) throw tooManyTerms({ most: MOST_TERMS });
      const figures = {
        added: fresh.length,
        changed: other.length,
        unchanged: good.length - fresh.length - other.length,
        sample: [...fresh, ...other].slice(0, SAMPLE),
      };
      if (!isDryRun && fresh.length + other.length > 0) {
        await this.store(ctx, fresh, other, byHash);
        const { added, changed } = figures;
        const summary = `导入词表：新增 ${added} 条，修改 ${changed} 条`;
        await this.changed.tell(ctx, 'check.term.import', summary, {
          file: name.slice(0, 200),
          added,
          changed,
        });
      }
      return { ...report, ...figures };
    });
  }

  private async judged(
    ctx: StaffCtx,
    columns: readonly (keyof TermValues | null)[],
    rows: readonly (readonly string[])[],
  ): Promise<{ good: TermValues[]; bad: BadRow[]; count: number }> {
    const list = await this.lists.at(ctx.site);
    const good: TermValues[] = [];
    const bad: BadRow[] = [];
    const firstRow = new Map<string, number>();
    let count = 0;
    for (const [index, cells] of rows.entries()) {
      if (cells.every((cell) => cell === '')) continue;
      count += 1;
      const { wish, faults } = readRow(columns, cells);
      const values = completed(wish);
      const key = fold(values.wrong);
      const first = firstRow.get(key);
      const messages = [
        ...faults,
        ...faultsOf(values).map(({ message }) => message),
        ...(first === undefined ? [] : [`与第 ${first} 行重复`]),
        ...(list.find(key)?.lockedBy ? ['已由上级统一锁定'] : []),
      ];
      firstRow.set(key, first ?? index + 2);
      if (messages.length === 0) good.push(values);
      else bad.push({ row: index + 2, wrong: values.wrong.slice(0, 50), message: messages.join('；') });
    }
    return { good, bad, count };
  }

  private async store(
    ctx: StaffCtx,
    fresh: readonly TermValues[],
    other: readonly TermValues[],
    byHash: ReadonlyMap<string, FlaggedTerm>,
  ): Promise<void> {
    const rows = this.db.shared(ctx, FlaggedTerm);
    const ofSiteId = placeOf(ctx);
    await rows.saveAll([
      ...fresh.map((values) =>
        rows.build({ ofSiteId, wordHash: wordHash(values.wrong), ...values, ...editedBy(ctx) }),
      ),
      ...other.flatMap((values) => {
        const row = byHash.get(wordHash(values.wrong));
        return row ? [Object.assign(row, values, { isOverride: false, isOff: false, ...editedBy(ctx) })] : [];
      }),
    ]);
  }
}

/** The values in the order of a stored row, with its own spelling of the word. */
const inOrder = (row: FlaggedTerm, values: TermValues): TermValues => ({ ...valuesOf(row), ...values });
