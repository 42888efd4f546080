import type { Channel, ChannelKind, UpdateClass } from './channel.entity';

/** A channel where it stands. Plain data: the tree is kept in memory and shared by requests. */
export interface ChannelNode {
  readonly id: number;
  readonly parentId: number | null;
  readonly path: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly linkUrl: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly columnType: string;
  readonly updateClass: UpdateClass;
  readonly cycleDays: number | null;
  readonly ownerOrganisationId: number | null;
  readonly position: number;
  readonly isHidden: boolean;
  readonly isNavigation: boolean;
  readonly hasContent: boolean;
  readonly template: string | null;
  /** 已关闭: its address leads on to `movedToId`, or home. */
  readonly isClosed: boolean;
  readonly movedToId: number | null;
  readonly parent: ChannelNode | null;
  readonly children: readonly ChannelNode[];
  /** Nothing published in it or below it, and it leads nowhere else: 空白栏目. */
  readonly isBlank: boolean;
  /** Open to citizens: neither it nor a channel above it is hidden. */
  readonly isOpen: boolean;
}

/** 栏目树 of one site. */
export class ChannelTree {
  readonly roots: readonly ChannelNode[];
  private readonly byId = new Map<number, ChannelNode>();
  private readonly byPath = new Map<string, ChannelNode>();

  constructor(channels: readonly Channel[]) {
    const below = new Map<number | null, Channel[]>();
    const known = new Set(channels.map((channel) => channel.id));
    for (const channel of channels) {
      // A parent that is gone must not hide its children.
      const parentId = channel.parentId !== null && known.has(channel.parentId) ? channel.parentId : null;
      below.set(parentId, [...(below.get(parentId) ?? []), channel]);
    }
    this.roots = this.grow(below, null, null);
  }

  find(id: number): ChannelNode | undefined {
    return this.byId.get(id);
  }

  at(path: string): ChannelNode | undefined {
    return this.byPath.get(path);
  }

  all(): ChannelNode[] {
    return [...this.byId.values()];
  }

  /** The channels above and the channel itself, topmost first. */
  lineOf(node: ChannelNode): ChannelNode[] {
    return node.parent ? [...this.lineOf(node.parent), node] : [node];
  }

  /** The channel itself and everything below it. */
  subtreeOf(node: ChannelNode): ChannelNode[] {
    return [node, ...node.children.flatMap((child) => this.subtreeOf(child))];
  }

  private grow(
    below: ReadonlyMap<number | null, readonly Channel[]>,
    id: number | null,
    parent: ChannelNode | null,
  ): ChannelNode[] {
    return (below.get(id) ?? [])
      .toSorted((left, right) => left.position - right.position || left.id - right.id)
      .map((channel) => {
        const node = {
          id: channel.id,
          parentId: parent?.id ?? null,
          path: channel.path,
          name: channel.name,
          kind: channel.kind,
          linkUrl: channel.linkUrl,
          description: channel.description,
          keywords: channel.keywords.split(';').filter((word) => word !== ''),
          columnType: channel.columnType,
          updateClass: channel.updateClass,
          cycleDays: channel.cycleDays,
          ownerOrganisationId: channel.ownerOrganisationId,
          position: channel.position,
          isHidden: channel.isHidden,
          isNavigation: channel.isNavigation,
          hasContent: channel.hasContent,
          template: channel.template,
          isClosed: channel.closedAt !== null,
          movedToId: channel.movedToId,
          parent,
          children: [] as ChannelNode[],
          isBlank: true,
          isOpen: !channel.isHidden && channel.closedAt === null && (parent?.isOpen ?? true),
        };
        this.byId.set(node.id, node);
        this.byPath.set(node.path, node);
        node.children = this.grow(below, channel.id, node);
        const isOwnBlank = channel.kind === 'link' ? channel.linkUrl === '' : !channel.hasContent;
        node.isBlank = isOwnBlank && node.children.every((child) => child.isBlank);
        return node;
      });
  }
}

/** What citizens are shown: open and not blank. */
export function isShown(node: ChannelNode): boolean {
  return node.isOpen && !node.isBlank;
}
