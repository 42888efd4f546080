import type { ChannelNode } from '@/api/channels';

export interface Placement {
  parentId: number | null;
  position: number;
}
export type Shift = 'up' | 'down' | 'in' | 'out';

function find(nodes: readonly ChannelNode[], id: number | null): ChannelNode | undefined {
  for (const node of nodes) {
    if (node.id === id) return node;
    const inner = find(node.children, id);
    if (inner) return inner;
  }
  return undefined;
}

const peersOf = (tree: readonly ChannelNode[], parentId: number | null): readonly ChannelNode[] =>
  parentId === null ? tree : (find(tree, parentId)?.children ?? []);

/** Where one step moves a channel; null when there is no such step. */
export function shifted(tree: readonly ChannelNode[], node: ChannelNode, shift: Shift): Placement | null {
  const peers = peersOf(tree, node.parentId);
  const at = peers.findIndex((peer) => peer.id === node.id);
  if (shift === 'up') return at > 0 ? { parentId: node.parentId, position: at - 1 } : null;
  if (shift === 'down') return at < peers.length - 1 ? { parentId: node.parentId, position: at + 1 } : null;
  if (shift === 'in') {
    const above = peers[at - 1];
    return above && above.kind !== 'link' ? { parentId: above.id, position: above.children.length } : null;
  }
  const parent = find(tree, node.parentId);
  if (!parent) return null;
  const parents = peersOf(tree, parent.parentId);
  return { parentId: parent.parentId, position: parents.findIndex((peer) => peer.id === parent.id) + 1 };
}

/** Where a channel dropped on another one goes; null when it would come to lie inside itself. */
export function placeBeside(
  tree: readonly ChannelNode[],
  node: ChannelNode,
  onto: ChannelNode,
  where: 'before' | 'inside',
): Placement | null {
  if (find(node.children, onto.id)) return null;
  if (where === 'inside') return { parentId: onto.id, position: onto.children.length };
  const peers = peersOf(tree, onto.parentId).filter((peer) => peer.id !== node.id);
  return { parentId: onto.parentId, position: peers.findIndex((peer) => peer.id === onto.id) };
}
