import type { SiteKind } from '@zhanqun/kernel';
import type { Blueprint } from './blueprint';

export class BlueprintChannelView {
  path: string;
  parentPath: string | null;
  name: string;
  kind: string;
  updateClass: string;
  columnType: string;
}

export class BlueprintView {
  code: string;
  name: string;
  siteKind: SiteKind;
  description: string;
  theme: string;
  roles: string[];
  channels: BlueprintChannelView[];
}

export function toBlueprintView(blueprint: Blueprint): BlueprintView {
  const { code, name, siteKind, description, theme, roles, channels } = blueprint;
  return {
    code,
    name,
    siteKind,
    description,
    theme,
    roles: [...roles],
    channels: channels.map(({ path, parentPath, name: channelName, kind, updateClass, columnType }) => ({
      path,
      parentPath,
      name: channelName,
      kind,
      updateClass,
      columnType,
    })),
  };
}
