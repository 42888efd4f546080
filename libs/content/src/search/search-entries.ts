import { Injectable } from '@nestjs/common';
import type { EditorCtx, Page, PageRequest } from '@zhanqun/kernel';
import { Audit, containing, Db, isUniqueViolation, PurgeLog } from '@zhanqun/platform';
import { isStorable, NOT_IN_A_LINE } from '../article/storable';
import { SearchEntry, type SearchEntryKind } from './search-entry.entity';
import { lexiconTag, MOST_ENTRIES } from './search-lexicons';
import {
  lexiconNotHere,
  searchEntryKnown,
  searchEntryNotFound,
  searchEntryWrong,
  tooManySearchEntries,
} from './search.errors';

export const KIND_NAMES: Readonly<Record<SearchEntryKind, string>> = {
  word: '词典',
  synonyms: '同义词',
  blocked: '不显示的热词',
};
const LONGEST_WORD = 30;
const MOST_SYNONYMS = 6;
const SEPARATORS = /[;；,，、=\s]+/u;

/** 检索词典 as the portal's people keep it: holds for every site of the network from the next search on. */
@Injectable()
export class SearchEntries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
  ) {}

  list(ctx: EditorCtx, kind: SearchEntryKind, q: string, page: PageRequest): Promise<Page<SearchEntry>> {
    const where = q === '' ? { kind } : { kind, text: containing(q) };
    return this.db.site(ctx, SearchEntry).page({ where, order: { id: 'DESC' } }, page);
  }

  async add(ctx: EditorCtx, kind: SearchEntryKind, written: string): Promise<SearchEntry> {
    refuseBelowPortal(ctx);
    const text = entryText(kind, written);
    return this.db.transaction(ctx, async (ctx) => {
      const entries = this.db.site(ctx, SearchEntry);
      if ((await entries.count({})) >= MOST_ENTRIES) throw tooManySearchEntries({ most: MOST_ENTRIES });
      if (await entries.findOne({ kind, text })) throw searchEntryKnown({ text });
      const entry = await entries
        .save(entries.build({ kind, text, byName: ctx.actor.name }))
        .catch((error: unknown) => {
          throw isUniqueViolation(error) ? searchEntryKnown({ text }) : error;
        });
      await this.changed(ctx, 'searchEntry.add', `检索${KIND_NAMES[kind]}增加“${text}”`, entry.id);
      return entry;
    });
  }

  async remove(ctx: EditorCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const entry = await this.db.site(ctx, SearchEntry).findOne({ id });
      if (!entry) throw searchEntryNotFound({ id });
      await this.db.site(ctx, SearchEntry).remove(entry);
      await this.changed(ctx, 'searchEntry.remove', `检索${KIND_NAMES[entry.kind]}删除“${entry.text}”`, id);
    });
  }

  private async changed(ctx: EditorCtx, action: string, summary: string, subjectId: number): Promise<void> {
    await this.audit.record(ctx, { action, subject: 'SearchEntry', subjectId, summary });
    await this.purges.add(ctx, [lexiconTag(ctx.site.id)]);
  }
}

function refuseBelowPortal({ site }: EditorCtx): void {
  if (site.id !== site.portalId) throw lexiconNotHere();
}

/** One word; or two to six words of one meaning, however they are told apart. */
export function entryText(kind: SearchEntryKind, written: string): string {
  if (!isStorable(written) || NOT_IN_A_LINE.test(written)) {
    throw searchEntryWrong({ problem: '含有无法保存的特殊字符，请删除后重试' });
  }
  const words = [
    ...new Set(
      written
        .trim()
        .split(SEPARATORS)
        .filter((word) => word !== ''),
    ),
  ];
  const tooLong = words.find((word) => [...word].length > LONGEST_WORD || [...word].length < 2);
  if (tooLong !== undefined) throw searchEntryWrong({ problem: `“${tooLong}”须为 2 至 ${LONGEST_WORD} 字` });
  if (kind !== 'synonyms') {
    if (words.length !== 1) throw searchEntryWrong({ problem: '请填写一个词，中间不要有空格或标点' });
  } else if (words.length < 2 || words.length > MOST_SYNONYMS) {
    throw searchEntryWrong({ problem: `请填写 2 至 ${MOST_SYNONYMS} 个同义词，用空格或顿号隔开` });
  }
  return words.join(';');
}
