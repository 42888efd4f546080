import type { SiteProfile } from '@zhanqun/tenancy';

/** What every page must show (国办发〔2017〕47号 网页设计规范, 底部功能区) and where it comes from. */
const MARKS: readonly (readonly [name: string, field: keyof SiteProfile])[] = [
  ['网站标识码（“我为政府网站找错”随之出现）', 'siteCode'],
  ['ICP备案号', 'icpNumber'],
  ['公安备案号', 'policeFilingNumber'],
  ['主办单位', 'sponsor'],
  ['承办单位', 'operator'],
  ['联系电话', 'contactPhone'],
  ['联系地址', 'contactAddress'],
];

/** Names of the figures that the footer has to leave out, because nobody gave them. */
export function missingMarks(profile: SiteProfile): string[] {
  return MARKS.filter(([, field]) => !profile[field]).map(([name]) => name);
}
