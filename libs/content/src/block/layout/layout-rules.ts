import { blockType } from '../types';
import { readSettings } from '../block-settings';
import { MOST_BLOCKS, type LayoutBlock } from '../layout-block';
import type { LayoutFault } from './layout.errors';

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;
const REGION = /^[a-z][a-z0-9-]{0,39}$/;
/** Settings of a kind that is not installed: nobody here can read them, so they are only bounded. */
const MOST_UNREAD = 20_000;

/**
 * Judges and completes what the console sends; all faults at once. Required fields may still be empty: a draft
 * is work in progress. Blocks of a kind that is not installed are kept as they are.
 */
export function checkBlocks(given: readonly LayoutBlock[]): {
  readonly blocks: readonly LayoutBlock[];
  readonly faults: readonly LayoutFault[];
} {
  const faults: LayoutFault[] = [];
  if (given.length > MOST_BLOCKS)
    faults.push({ blockId: '', field: '', message: `一个页面最多放 ${MOST_BLOCKS} 个版块` });
  const ids = new Set<string>();
  const kinds = new Map<string, number>();
  const blocks = given.slice(0, MOST_BLOCKS).map((block): LayoutBlock => {
    const { id, region } = block;
    const isNamed = [id, block.type, region].every((each) => typeof each === 'string');
    if (!isNamed || !ID.test(id) || ids.has(id) || !REGION.test(region))
      faults.push({ blockId: id, field: '', message: '版块的编号或区域不正确，请刷新页面后重试' });
    ids.add(id);
    const type = blockType(block.type);
    if (!type) {
      if (JSON.stringify(block.settings ?? {}).length > MOST_UNREAD)
        faults.push({ blockId: id, field: '', message: '版块的类型未安装，设置过长，请删除这个版块' });
      return block;
    }
    const nth = (kinds.get(type.code) ?? 0) + 1;
    kinds.set(type.code, nth);
    if (nth === type.most + 1)
      faults.push({ blockId: id, field: '', message: `“${type.label}”版块一个页面最多放 ${type.most} 个` });
    const read = readSettings(type, block.settings);
    for (const fault of read.faults)
      faults.push({ blockId: id, field: fault.field, message: `“${type.label}”版块的${fault.message}` });
    return { id, type: type.code, region, settings: read.settings };
  });
  return { blocks, faults };
}
