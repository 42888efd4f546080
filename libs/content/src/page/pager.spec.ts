import { pagerOf } from './pager';

const url = (page: number) => (page === 1 ? '/tzgg/' : `/tzgg/p${page}/`);
const shape = (page: number, total: number) =>
  pagerOf(page, total, 20, url).links.map((link) => link?.page ?? '…');

describe('翻页', () => {
  it.each([
    [1, 0, [1]],
    [1, 20, [1]],
    [1, 21, [1, 2]],
    [1, 400, [1, 2, 3, '…', 20]],
    [4, 400, [1, 2, 3, 4, 5, 6, '…', 20]],
    [10, 400, [1, '…', 8, 9, 10, 11, 12, '…', 20]],
    [20, 400, [1, '…', 18, 19, 20]],
  ])('shows page %i of %i articles', (page, total, expected) => {
    expect(shape(page, total)).toEqual(expected);
  });

  it('leads to the neighbours and not beyond the ends', () => {
    expect(pagerOf(1, 30, 20, url)).toMatchObject({ previousUrl: null, nextUrl: '/tzgg/p2/' });
    expect(pagerOf(2, 30, 20, url)).toMatchObject({ previousUrl: '/tzgg/', nextUrl: null });
  });
});
