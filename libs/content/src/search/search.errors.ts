import { defineError } from '@zhanqun/kernel';

export const lexiconNotHere = defineError(
  'content.search.lexiconNotHere',
  'forbidden',
  () => '检索词典由门户网站统一维护，请在门户网站修改',
);

export const searchEntryWrong = defineError<{ problem: string }>(
  'content.search.entryWrong',
  'invalid',
  ({ problem }) => `词条有误：${problem}`,
);

export const searchEntryNotFound = defineError<{ id: number }>(
  'content.searchEntry.notFound',
  'notFound',
  () => '该词条不存在或已被删除',
);

export const searchEntryKnown = defineError<{ text: string }>(
  'content.search.entryKnown',
  'conflict',
  ({ text }) => `“${text}”已在词典中`,
);

export const tooManySearchEntries = defineError<{ most: number }>(
  'content.search.tooManyEntries',
  'conflict',
  ({ most }) => `词典最多 ${most} 条，请先删除不用的词条`,
);

export const siteToRebuildUnknown = defineError<{ site: string }>(
  'content.search.siteUnknown',
  'notFound',
  () => '没有这个站点',
);
