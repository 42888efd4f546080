import type { BlockType, LayoutBlock } from '@/api/layouts';
import { inRegion, nameOf, newBlock, parkedIn, placed } from './arranging';

const block = (id: string, region: string): LayoutBlock => ({ id, type: 'list', region, settings: {} });
const blocks = [block('a', 'main'), block('b', 'aside'), block('c', 'main'), block('d', 'main')];
const order = (region: string, of: readonly LayoutBlock[]) => inRegion(of, region).map(({ id }) => id);
const type: BlockType = {
  code: 'list',
  label: '文章列表',
  note: '',
  icon: 'list',
  most: 8,
  fields: [
    {
      key: 'title',
      label: '标题',
      kind: 'text',
      help: '',
      isRequired: false,
      default: '' as never,
      minimum: null,
      maximum: null,
      options: [],
      hasIcons: false,
    },
  ],
};

describe('编排', () => {
  it.each([
    ['d', 'main', 0, ['d', 'a', 'c'], ['b']],
    ['a', 'main', 1, ['c', 'a', 'd'], ['b']],
    ['a', 'main', 9, ['c', 'd', 'a'], ['b']],
    ['c', 'aside', 0, ['a', 'd'], ['c', 'b']],
    ['c', 'aside', 1, ['a', 'd'], ['b', 'c']],
    ['x', 'main', 0, ['a', 'c', 'd'], ['b']],
  ])('puts %s into %s at place %i', (id, region, place, main, aside) => {
    const next = placed(blocks, id, region, place);

    expect([order('main', next), order('aside', next)]).toEqual([main, aside]);
    expect(order('main', blocks)).toEqual(['a', 'c', 'd']);
  });

  it('parks what stands in a region of another theme', () => {
    expect(parkedIn(blocks, [{ name: 'main', label: '主栏' }]).map(({ id }) => id)).toEqual(['b']);
  });

  it('names a new block once and fills in its defaults', () => {
    const taken = [block('list-2', 'main')];
    const made = newBlock(type, 'main', taken);

    expect(made).toEqual({ id: 'list-3', type: 'list', region: 'main', settings: { title: '' } });
    expect(nameOf(made, type)).toBe('文章列表');
    expect(nameOf({ ...made, settings: { title: '要闻' } }, type)).toBe('要闻');
  });
});
