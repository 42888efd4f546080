import type { ChannelNode } from '@/api/channels';

export interface ChannelOption {
  id: number;
  name: string;
  /** `政务公开 / 通知公告`: what a closed select shows. */
  label: string;
  level: number;
  path: string;
  isLink: boolean;
}

/** Channels that may still be chosen: closed ones are left out. */
export function channelOptions(nodes: readonly ChannelNode[], above = '', level = 0): ChannelOption[] {
  const open = nodes.filter((node) => !node.isClosed);
  return open.flatMap((node) => {
    const label = above ? `${above} / ${node.name}` : node.name;
    return [
      { id: node.id, name: node.name, label, level, path: node.path, isLink: node.kind === 'link' },
      ...channelOptions(node.children, label, level + 1),
    ];
  });
}
