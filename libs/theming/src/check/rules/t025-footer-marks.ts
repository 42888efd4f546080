import type { ThemeRule } from '../rule';

/** What the bottom of every page must carry (annex of 国办发〔2017〕47号). */
const MARKS: Readonly<Record<string, string>> = {
  'chrome.site.sponsor': '主办单位',
  'chrome.site.contactPhone': '联系方式',
  'chrome.site.siteCode': '网站标识码',
  'chrome.site.icpNumber': 'ICP 备案号',
  'chrome.site.policeFilingNumber': '公安机关备案号',
  'chrome.siteMapUrl': '网站地图',
  'chrome.mistakeReportUrl': '“我为政府网站找错”入口',
};

export const footerMarksRule: ThemeRule = {
  code: 'T025',
  severity: 'error',
  help: '底部功能区须有：党政机关网站标识、“我为政府网站找错”入口、网站标识码、主办单位和联系方式、ICP 备案号、公安备案标识、网站地图。',
  *check(subject) {
    for (const page of subject.fullPages) {
      const read = new Set(
        subject.closure(page).flatMap((template) => [...template.reads()].map(({ path }) => path.join('.'))),
      );
      for (const [name, label] of Object.entries(MARKS))
        if (!read.has(name)) yield { message: `页面没有${label}（${name}）`, template: page };
    }
  },
};
