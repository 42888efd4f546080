import { api, sitePath } from './http';
import type { Schemas } from './views';

export type ChannelView = Schemas['ChannelConsoleView'];
export type ChannelKind = ChannelView['kind'];
export type UpdateClass = ChannelView['updateClass'];
export type ChannelInput = Required<Omit<Schemas['NewChannelDto'], 'columnType'>>;
export type ChannelPresentation = Schemas['ChannelPresentationView'];

export type ChannelNode = ChannelView & { children: ChannelNode[] };

export const channelsApi = {
  list: (site: string) => api.get<ChannelView[]>(sitePath(site, '/channels')),
  /** 栏目样式 that the theme of the site draws. */
  presentations: (site: string) => api.get<ChannelPresentation[]>(sitePath(site, '/channels/presentations')),
  add: (site: string, body: ChannelInput) => api.post<ChannelView>(sitePath(site, '/channels'), body),
  edit: (site: string, id: number, body: Partial<ChannelInput>) =>
    api.patch<ChannelView>(sitePath(site, `/channels/${id}`), body),
  remove: (site: string, id: number) => api.remove(sitePath(site, `/channels/${id}`)),
  move: (site: string, id: number, parentId: number | null, position: number) =>
    api.post<ChannelView>(sitePath(site, `/channels/${id}/move`), { parentId, position }),
};

export function treeOf(channels: readonly ChannelView[]): ChannelNode[] {
  const nodes = new Map(
    channels.map((channel) => [channel.id, { ...channel, children: [] as ChannelNode[] }]),
  );
  const roots: ChannelNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId);
    (parent?.children ?? roots).push(node);
  }
  const sort = (list: ChannelNode[]): void => {
    list.sort((a, b) => a.position - b.position || a.id - b.id);
    list.forEach((node) => sort(node.children));
  };
  sort(roots);
  return roots;
}
