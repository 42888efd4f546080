import type { SiteKey } from './sites';

/** Pictures that each site keeps in its library; a text asks for a cover only where there is one. */
export const LIBRARIES: Readonly<Record<SiteKey, readonly string[]>> = {
  shifan: [
    'cityHall', 'meeting', 'construction', 'bridge', 'inspection', 'reservoir', 'river', 'fields', 'terraces',
    'harvest', 'forest', 'hills', 'handshake', 'hall', 'clinic', 'school', 'village', 'snow', 'tea', 'orchard',
    'road', 'jobs', 'chart',
  ],
  czj: ['chart', 'hall', 'meeting', 'fields', 'village'],
  jyj: ['school', 'meeting', 'hall', 'inspection'],
  wjw: ['clinic', 'meeting', 'inspection', 'village'],
  rsj: ['jobs', 'hall', 'meeting', 'construction'],
  qingshui: ['tea', 'village', 'river', 'hills', 'school', 'forest'],
  longtan: ['terraces', 'harvest', 'reservoir', 'village', 'road', 'fields'],
  hexi: ['orchard', 'road', 'village', 'fields', 'river', 'clinic'],
}; // prettier-ignore

/** Files for download, likewise. */
export const DOWNLOADS: Readonly<Record<SiteKey, readonly string[]>> = {
  shifan: ['parkingTable', 'applicationForm', 'budgetTables', 'guideToApplying'],
  czj: ['applicationForm', 'budgetTables', 'guideToApplying'],
  jyj: ['enrolmentTable', 'applicationForm', 'budgetTables', 'guideToApplying'],
  wjw: ['applicationForm', 'budgetTables', 'guideToApplying'],
  rsj: ['applicationForm', 'budgetTables', 'guideToApplying'],
  qingshui: ['guideToApplying'],
  longtan: ['guideToApplying'],
  hexi: ['guideToApplying'],
};
