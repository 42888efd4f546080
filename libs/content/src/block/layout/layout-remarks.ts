import type { ChannelTree } from '../../channel/channel-tree';
import type { LinkValue, TabValue, Target } from '../block-field';
import { missingIn } from '../block-settings';
import { isParked, type LayoutBlock } from '../layout-block';
import { blockType } from '../types';
import type { LayoutFault } from './layout.errors';

export interface LayoutRemark extends LayoutFault {
  /** Must be put right before publishing; the others only tell why citizens see nothing there. */
  readonly isBlocking: boolean;
}

/** 版面检查: what is missing, and which columns are gone, closed, hidden or still empty. */
export function remarksOn(
  blocks: readonly LayoutBlock[],
  tree: ChannelTree,
  regions: readonly string[],
): LayoutRemark[] {
  return blocks.flatMap((block) => {
    const type = blockType(block.type);
    const remark = (field: string, message: string, isBlocking: boolean): LayoutRemark => ({
      blockId: block.id,
      field,
      message,
      isBlocking,
    });
    if (!type) return [remark('', `版块类型“${block.type}”没有安装，暂不显示`, false)];
    if (isParked(block, regions)) return [remark('', '所在区域本主题没有，移到其他区域后才会显示', false)];
    return [
      ...missingIn(type, block.settings).map(({ field, message }) =>
        remark(field, `“${type.label}”版块的${message}`, true),
      ),
      ...type.fields.flatMap(({ key, label, kind }) =>
        channelsIn(kind, block.settings[key]).flatMap((path) => {
          const problem = problemOf(tree, path);
          return problem ? [remark(key, `${label}：${problem}`, false)] : [];
        }),
      ),
    ];
  });
}

function channelsIn(kind: string, value: unknown): string[] {
  switch (kind) {
    case 'channel':
      return [value as string].filter((path) => path !== '');
    case 'target':
      return [(value as Target).channel].filter((path) => path !== '');
    case 'tabs':
    case 'links':
    case 'dates':
      return (value as readonly (TabValue | LinkValue)[])
        .map(({ channel }) => channel)
        .filter((path) => path !== '');
    default:
      return [];
  }
}

function problemOf(tree: ChannelTree, path: string): string | null {
  const node = tree.at(path);
  if (!node) return `没有路径为“${path}”的栏目，请重新选择`;
  if (node.isClosed) return `栏目“${node.name}”已关闭，请换一个栏目`;
  if (!node.isOpen) return `栏目“${node.name}”没有对外开放，公众看不到`;
  return node.isBlank ? `栏目“${node.name}”还没有发布内容，暂不显示` : null;
}
