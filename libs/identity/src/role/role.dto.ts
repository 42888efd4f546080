import { ROLE_CODES, ROLES, type RoleCode } from './roles';

export class RoleView {
  code: RoleCode;
  name: string;
  description: string;
  scope: 'platform' | 'portal' | 'site';
  takesChannels: boolean;
}

export class RoleListView {
  items: RoleView[];
}

/** In the order of the table: officers first. */
export function toRoleListView(): RoleListView {
  return {
    items: ROLE_CODES.map((code) => {
      const { name, description, scope, takesChannels } = ROLES[code];
      return { code, name, description, scope, takesChannels };
    }),
  };
}
