import { Channel } from './channel.entity';
import { checkChannelPath, joinChannelPath } from './channel-path';
import { ChannelTree, isShown } from './channel-tree';

function channel(id: number, parentId: number | null, more: Partial<Channel> = {}): Channel {
  return Object.assign(new Channel(), {
    id,
    siteId: 1,
    parentId,
    path: `c${id}`,
    name: `栏目${id}`,
    kind: 'dynamic',
    linkUrl: '',
    description: '',
    keywords: '',
    columnType: '',
    updateClass: 'news',
    position: id,
    isHidden: false,
    isNavigation: true,
    hasContent: false,
    closedAt: null,
    ...more,
  });
}

describe('栏目树', () => {
  it('stands in the order of positions and knows the line of a channel', () => {
    const tree = new ChannelTree([
      channel(1, null, { position: 2 }),
      channel(2, null, { position: 1 }),
      channel(3, 1),
      channel(4, 3),
    ]);

    expect(tree.roots.map((node) => node.id)).toEqual([2, 1]);
    expect(tree.lineOf(tree.find(4)!).map((node) => node.id)).toEqual([1, 3, 4]);
    expect(tree.subtreeOf(tree.find(1)!).map((node) => node.id)).toEqual([1, 3, 4]);
  });

  it('is blank only when nothing in the whole subtree is published', () => {
    const tree = new ChannelTree([
      channel(1, null),
      channel(2, 1, { hasContent: true }),
      channel(3, null),
      channel(4, 3),
    ]);

    expect(tree.find(1)!.isBlank).toBe(false);
    expect(tree.find(3)!.isBlank).toBe(true);
  });

  it('does not count a link that leads somewhere as blank', () => {
    const tree = new ChannelTree([
      channel(1, null, { kind: 'link', linkUrl: 'https://zwfw.example.gov.cn/' }),
      channel(2, null, { kind: 'link' }),
    ]);

    expect(tree.roots.map(isShown)).toEqual([true, false]);
  });

  it('hides what stands below a hidden channel', () => {
    const tree = new ChannelTree([channel(1, null, { isHidden: true }), channel(2, 1, { hasContent: true })]);

    expect(isShown(tree.find(2)!)).toBe(false);
  });

  it('does not lose a channel whose parent is gone', () => {
    expect(new ChannelTree([channel(2, 77)]).roots).toHaveLength(1);
  });
});

describe('栏目地址', () => {
  it.each(['tzgg', 'zwgk/tzgg', 'a-1/b-2/c/d', '/ZWGK/'])('takes %s', (path) => {
    expect(checkChannelPath(path)).toMatch(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/);
  });

  it.each(['', '通知', 'a b', 'a//b', '../a', '-a', 'a-', 'a.b', 'a/b/c/d/e', 'a'.repeat(41), '%61'])(
    'refuses %j',
    (path) => {
      expect(() => checkChannelPath(path)).toThrow(
        expect.objectContaining({ code: 'content.channel.pathInvalid' }),
      );
    },
  );

  it.each(['art', 'sitemap', 'accessibility', 'api/x', 'zwgk/p2', 'p10'])(
    'keeps %s for the system',
    (path) => {
      expect(() => checkChannelPath(path)).toThrow(
        expect.objectContaining({ code: 'content.channel.pathReserved' }),
      );
    },
  );

  it('puts one segment below its parent and leaves a whole path alone', () => {
    expect(joinChannelPath('zwgk', 'tzgg')).toBe('zwgk/tzgg');
    expect(joinChannelPath('zwgk', 'xxgk/tzgg')).toBe('xxgk/tzgg');
    expect(joinChannelPath(null, 'tzgg')).toBe('tzgg');
  });
});
