import { actionName, subjectName } from '@zhanqun/kernel';
import { isOfficerRole, ROLE_CODES, ROLES, type RoleCode, type RuleTemplate } from './roles';

/** One thing a role may do, in words. */
export class RoleRightView {
  subject: string;
  actions: string[];
  /** How far it reaches; empty for the whole platform. */
  note: string;
}

export class RoleView {
  code: RoleCode;
  name: string;
  description: string;
  scope: 'platform' | 'portal' | 'site';
  takesChannels: boolean;
  rights: RoleRightView[];
  /** Codes of roles the same person cannot hold. */
  conflictsWith: RoleCode[];
  /** Codes of roles its holder may hand out. */
  mayGrant: RoleCode[];
}

export class RoleListView {
  items: RoleView[];
}

/** In the order of the table: officers first. */
export function toRoleListView(): RoleListView {
  return {
    items: ROLE_CODES.map((code) => {
      const { name, description, scope, takesChannels, mayGrant, rules } = ROLES[code];
      return {
        code,
        name,
        description,
        scope,
        takesChannels,
        rights: rules.flatMap(rightViews),
        conflictsWith: ROLE_CODES.filter(
          (other) => other !== code && (isOfficerRole(code) || isOfficerRole(other)),
        ),
        mayGrant: [...(mayGrant?.roles ?? [])],
      };
    }),
  };
}

function rightViews({ action, subject, conditions = {} }: RuleTemplate): RoleRightView[] {
  const actions = [action].flat().map(actionName);
  return [subject].flat().map((one) => ({ subject: subjectName(one), actions, note: noteOf(conditions) }));
}

const NOTES: Readonly<Record<string, string>> = {
  authorId: '限本人撰写',
  channelId: '可限栏目',
  portalId: '本门户及下属站点',
  fromSiteId: '本站发出的',
  toSiteId: '发给本站的',
  aboutSiteId: '关于本站的',
  siteId: '本站',
  id: '本站',
};

function noteOf(conditions: Readonly<Record<string, unknown>>): string {
  return Object.entries(NOTES)
    .filter(([field]) => field in conditions)
    .map(([, note]) => note)
    .filter((note, at, all) => all.indexOf(note) === at)
    .join('，');
}
