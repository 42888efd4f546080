import { mergeBlocks, merged } from '../../apps/console/src/articles/merge-blocks';
import { wordCount } from '../../apps/console/src/editor/word-count';
import { nthStart } from '../../apps/console/src/check-panel/locate';

describe('字数', () => {
  it.each([
    ['春耕备耕', 4],
    ['全镇投入35.5万元，涉及12个村。', 14],
    ['WTO 规则与 e-mail', 5],
    ['　　“四不摘”要求', 7],
    ['𠮷野家', 3],
    ['', 0],
  ])('%s are %i', (text, count) => {
    expect(wordCount(text)).toBe(count);
  });
});

describe('逐段合并', () => {
  const base = ['甲', '乙', '丙', '丁'];
  const open = (mine: string[], theirs: string[]) =>
    mergeBlocks(base, mine, theirs).filter(({ choice }) => choice === null);

  it('takes what only one of two people changed, wherever it stands', () => {
    const mine = ['甲一', '乙', '丙', '丁', '戊'];
    const theirs = ['甲', '乙', '丁二'];

    const parts = mergeBlocks(base, mine, theirs);

    expect(parts.every(({ choice }) => choice !== null)).toBe(true);
    expect(merged(parts, [])).toEqual(['甲一', '乙', '丁二', '戊']);
  });

  it('asks where both changed the same, and not where both wrote the same', () => {
    expect(open(['甲', '乙一', '丙', '丁'], ['甲', '乙二', '丙', '丁'])).toEqual([
      { base: ['乙'], mine: ['乙一'], theirs: ['乙二'], choice: null },
    ]);
    expect(open(['甲', '乙一', '丙', '丁'], ['甲', '乙一', '丙', '丁'])).toEqual([]);
  });

  it('writes what was chosen, and loses nothing where nothing was', () => {
    const parts = mergeBlocks(base, ['甲', '我', '丙', '丁'], ['甲', '他', '丙', '丁']);
    const at = parts.findIndex(({ choice }) => choice === null);
    const chosen = (choice: 'mine' | 'theirs' | 'both' | null) =>
      merged(
        parts,
        parts.map((_, index) => (index === at ? choice : null)),
      ).join('');

    expect([chosen('mine'), chosen('theirs'), chosen('both'), chosen(null)]).toEqual([
      '甲我丙丁',
      '甲他丙丁',
      '甲我他丙丁',
      '甲我他丙丁',
    ]);
  });

  it('gives back one text when the other is the one it was begun from', () => {
    const mine = ['新', '甲', '丙', '丁', '尾'];
    expect(merged(mergeBlocks(base, mine, base), [])).toEqual(mine);
    expect(merged(mergeBlocks(base, base, mine), [])).toEqual(mine);
  });
});

describe('检查结果的位置', () => {
  it('counts occurrences as the check does, and stays at the last when some are gone', () => {
    expect([0, 1, 2, 5].map((nth) => nthStart('布署与布署，再布署', '布署', nth))).toEqual([0, 3, 7, 7]);
    expect(nthStart('部署', '布署', 0)).toBe(-1);
    expect(nthStart('任何', '', 0)).toBe(-1);
  });
});
