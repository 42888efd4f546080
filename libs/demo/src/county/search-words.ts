import type { SearchEntryKind } from '@zhanqun/content';

/** 检索词典: how people of the county call things, beside the common dictionary. */
export const SEARCH_ENTRIES: readonly (readonly [SearchEntryKind, string])[] = [
  ['synonyms', '医保;医疗保险;城乡居民医保'],
  ['synonyms', '低保;最低生活保障'],
  ['synonyms', '房产证;不动产权证书'],
  ['synonyms', '停电;检修停电'],
  ['synonyms', '上户口;户口登记'],
  ['word', '院坝会'],
  ['word', '清水河'],
  ['word', '文昌路'],
  ['blocked', '测试'],
];

/** What is searched for on a day, with what it found; the last ones found nothing and ask for a text. */
export const SEARCHED: readonly { readonly word: string; readonly times: number; readonly hits: number }[] = [
  { word: '医保', times: 9, hits: 14 },
  { word: '教师资格', times: 7, hits: 6 },
  { word: '停水', times: 6, hits: 11 },
  { word: '机动车停车', times: 5, hits: 8 },
  { word: '老年助餐', times: 4, hits: 5 },
  { word: '不动产登记', times: 4, hits: 4 },
  { word: '公务员', times: 3, hits: 9 },
  { word: '森林防火', times: 3, hits: 17 },
  { word: '宠物登记', times: 2, hits: 0 },
  { word: '充电桩安装', times: 1, hits: 0 },
];
