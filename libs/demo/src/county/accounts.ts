import type { RoleCode } from '@zhanqun/identity';
import { PORTAL, type SiteKey } from './sites';

/** Known to everybody who reads the start-up lines; set on demonstration accounts only. */
export const DEMO_PASSWORD = 'Shifan@2026demo';

export interface PlannedAccount {
  readonly username: string;
  readonly realName: string;
  readonly organisation: string;
  readonly phone: string;
  readonly roles: readonly { readonly role: RoleCode; readonly site: SiteKey | null }[];
}

const at = (site: SiteKey | null, ...roles: RoleCode[]): PlannedAccount['roles'] =>
  roles.map((role) => ({ role, site }));

/** Twenty invented people in all roles; telephone numbers of a range that no operator gives out. */
export const ACCOUNTS: readonly PlannedAccount[] = [
  person('sysadmin', '江遇安', 'dsj', at(null, 'systemAdmin')),
  person('secadmin', '卢守正', 'dsj', at(null, 'securityAdmin')),
  person('auditadmin', '严明察', 'dsj', at(null, 'auditAdmin')),
  person('jianguan', '方知微', 'zfb', at(PORTAL, 'supervisor')),

  person('sf-admin', '林叙白', 'dsj', at(PORTAL, 'siteAdmin')),
  person('sf-editor', '许青禾', 'dsj', at(PORTAL, 'editor')),
  person('sf-chushen', '顾清源', 'zfb', [...at(PORTAL, 'initialReviewer'), ...at('rsj', 'proofreader')]),
  person('sf-fushen', '陆晓棠', 'zfb', at(PORTAL, 'secondReviewer')),
  person('sf-zhongshen', '沈砚秋', 'zfb', [
    ...at(PORTAL, 'finalReviewer'),
    ...at('czj', 'finalReviewer'),
    ...at('jyj', 'finalReviewer'),
    ...at('wjw', 'finalReviewer'),
    ...at('rsj', 'finalReviewer', 'secrecyReviewer'),
  ]),

  person('qs-admin', '温如许', 'qingshui', at('qingshui', 'siteAdmin')),
  person('qs-editor', '苏小满', 'qingshui', at('qingshui', 'editor')),
  person('qs-chushen', '何知秋', 'qingshui', at('qingshui', 'initialReviewer')),
  person('qs-fushen', '罗青岚', 'qingshui', at('qingshui', 'secondReviewer')),
  person('qs-zhongshen', '周泽安', 'qingshui', at('qingshui', 'finalReviewer')),

  person('lt-editor', '阮青竹', 'longtan', at('longtan', 'siteAdmin', 'editor')),
  person('lt-shenhe', '吴远舟', 'longtan', [
    ...at('longtan', 'finalReviewer'),
    ...at('hexi', 'secondReviewer'),
  ]),
  person('hx-editor', '岳明川', 'hexi', [
    ...at('hexi', 'siteAdmin', 'editor'),
    ...at('longtan', 'secondReviewer'),
  ]),
  person('bm-editor', '白若溪', 'jyj', [
    ...at('jyj', 'siteAdmin', 'editor'),
    ...at('wjw', 'editor'),
    ...at('czj', 'editor'),
    ...at('rsj', 'editor'),
  ]),
  person('bm-chushen', '贺知行', 'czj', [
    ...at('czj', 'siteAdmin', 'initialReviewer'),
    ...at('jyj', 'initialReviewer'),
    ...at('wjw', 'initialReviewer'),
    ...at('rsj', 'initialReviewer'),
    ...at('hexi', 'initialReviewer'),
    ...at('longtan', 'initialReviewer'),
  ]),
  person('bm-fushen', '叶蓁蓁', 'wjj', [
    ...at('wjw', 'siteAdmin', 'secondReviewer'),
    ...at('czj', 'secondReviewer'),
    ...at('jyj', 'secondReviewer'),
    ...at('rsj', 'siteAdmin', 'secondReviewer'),
    ...at('hexi', 'finalReviewer'),
  ]),
];

function person(
  username: string,
  realName: string,
  organisation: string,
  roles: PlannedAccount['roles'],
): PlannedAccount {
  let sum = 0;
  for (const letter of username) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 10_000;
  return { username, realName, organisation, phone: `1000000${String(sum).padStart(4, '0')}`, roles };
}
