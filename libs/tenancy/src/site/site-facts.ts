import { isIcpNumber, isPoliceFilingNumber, isSiteCode, withoutSpaces } from './filing-numbers';
import type { Site } from './site.entity';

/** 站点资料: what may be edited at any time of a site's life. */
export interface SiteFacts {
  readonly name: string;
  readonly shortName: string;
  readonly position: number;
  readonly lang: string;
  readonly themeName: string;
  readonly competentAuthorityId: number | null;
  readonly sponsorId: number | null;
  readonly operatorId: number | null;
  readonly siteCode: string;
  readonly icpNumber: string;
  readonly policeFilingNumber: string;
  readonly contactPhone: string;
  readonly contactAddress: string;
  readonly email: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly exemptionDocument: string;
  /** On portals only. */
  readonly regulation: string | null;
}

const FIELDS: readonly (keyof SiteFacts)[] = [
  'name',
  'shortName',
  'position',
  'lang',
  'themeName',
  'competentAuthorityId',
  'sponsorId',
  'operatorId',
  'siteCode',
  'icpNumber',
  'policeFilingNumber',
  'contactPhone',
  'contactAddress',
  'email',
  'description',
  'keywords',
  'exemptionDocument',
  'regulation',
];

/** The given facts alone, tidied: outer spaces cut, filing numbers without inner ones. Fields not given stay absent. */
export function tidied(facts: Partial<SiteFacts>): Partial<SiteFacts> {
  const out: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const value = facts[field];
    if (value === undefined) continue;
    out[field] = typeof value === 'string' ? tidy(field, value) : value;
  }
  return out;
}

function tidy(field: keyof SiteFacts, value: string): string {
  return field === 'siteCode' || field === 'icpNumber' || field === 'policeFilingNumber'
    ? withoutSpaces(value)
    : value.trim();
}

/** Line breaks, control characters and marks that turn the reading direction: nothing a line of a page holds. */
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

export interface FactFault {
  readonly field: string;
  readonly message: string;
}

/** Everything that is wrong with the facts, field by field; empty values are judged when the site goes online. */
export function factFaults(facts: Partial<SiteFacts>): FactFault[] {
  const faults: FactFault[] = [];
  const check = (field: keyof SiteFacts, isFine: (value: string) => boolean, message: string): void => {
    const value = facts[field];
    if (typeof value === 'string' && value !== '' && !isFine(value)) faults.push({ field, message });
  };
  for (const field of FIELDS) {
    const text = [facts[field]].flat().join('');
    if (NOT_IN_A_LINE.test(field === 'description' ? text.replace(/[\r\n\t]/g, ' ') : text))
      faults.push({ field, message: '含有不能保存的特殊字符，请删除换行和看不见的字符后重试' });
  }
  if (facts.name !== undefined && (facts.name.length < 2 || [...facts.name].length > 100))
    faults.push({ field: 'name', message: '站点名称须为 2 至 100 字' });
  check('shortName', (text) => [...text].length <= 50, '站点简称不超过 50 字');
  check('siteCode', isSiteCode, '网站标识码须为 10 位数字，或 bm 加 8 位数字');
  check('icpNumber', isIcpNumber, 'ICP备案号格式不对，应如“湘ICP备12345678号-1”');
  check('policeFilingNumber', isPoliceFilingNumber, '公安备案号格式不对，应如“湘公网安备43312602000123号”');
  check('email', (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 100, '电子邮箱格式不对');
  check('contactPhone', (text) => /^[0-9+()（）\-—转,，、/ ]{5,50}$/.test(text), '联系电话格式不对');
  check(
    'lang',
    (text) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) && text.length <= 10,
    '语言代码应如 zh-CN',
  );
  check('themeName', (text) => /^[a-z][a-z0-9-]{0,49}$/.test(text), '主题名称由小写字母、数字和连字符组成');
  check('description', (text) => [...text].length <= 500, '站点描述不超过 500 字');
  check('contactAddress', (text) => [...text].length <= 200, '联系地址不超过 200 字');
  check('exemptionDocument', (text) => [...text].length <= 100, '批准文件号不超过 100 字');
  if (
    facts.keywords &&
    (facts.keywords.length > 20 || facts.keywords.some((word) => word === '' || word.length > 30))
  )
    faults.push({ field: 'keywords', message: '关键词不超过 20 个，每个不超过 30 字' });
  return faults;
}

export function factsOf(site: Site): SiteFacts {
  return Object.fromEntries(FIELDS.map((field) => [field, site[field]])) as unknown as SiteFacts;
}
