import { folderNodes, within } from './folder-nodes';

const folders = [
  { id: 1, name: '会议', parentId: 0 },
  { id: 2, name: '春耕', parentId: 3 },
  { id: 3, name: '2026 年', parentId: 0 },
];

describe('素材文件夹', () => {
  it('reads as a tree, each below the one it lies in', () => {
    expect(folderNodes(folders).map(({ label, depth }) => [label, depth])).toEqual([
      ['2026 年', 0],
      ['2026 年 / 春耕', 1],
      ['会议', 0],
    ]);
  });

  it('knows what lies within, however deep', () => {
    expect([...within(folders, 3)]).toEqual([3, 2]);
  });
});
