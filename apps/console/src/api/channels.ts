import { api, sitePath } from './http';

export type ChannelKind = 'dynamic' | 'policy' | 'notice' | 'static' | 'link';
export type UpdateClass = 'news' | 'notice' | 'policy' | 'other' | 'static';

export interface ChannelView {
  id: number;
  parentId: number | null;
  name: string;
  path: string;
  kind: ChannelKind;
  linkUrl: string;
  updateClass: UpdateClass;
  cycleDays: number | null;
  /** The cycle in force and the provision it comes from, e.g. `14 天` · 《…》第九条. */
  effectiveCycle: string;
  cycleSource: string;
  ownerOrganisationId: number | null;
  ownerOrganisation: string;
  description: string;
  keywords: string;
  isNavigation: boolean;
  isHidden: boolean;
  position: number;
  articles: number;
  latestPublishedAt: string | null;
  url: string;
}
export type ChannelInput = Pick<
  ChannelView,
  | 'name'
  | 'kind'
  | 'linkUrl'
  | 'updateClass'
  | 'cycleDays'
  | 'ownerOrganisationId'
  | 'description'
  | 'keywords'
  | 'isNavigation'
  | 'isHidden'
> & { slug: string; parentId: number | null };

export interface ChannelNode extends ChannelView {
  children: ChannelNode[];
}

export const channelsApi = {
  list: (site: string) => api.get<ChannelView[]>(sitePath(site, '/channels')),
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
