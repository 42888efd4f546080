import type { Page } from '@/api/http';
import type { Column } from '@/parts/column';

interface Ranked {
  id: number;
  rank: number;
}

/** One page of a ranking, each row with its place in the whole. */
export const ranked = <T>(page: Page<T>, idOf: (item: T) => number): Page<T & Ranked> => ({
  ...page,
  items: page.items.map((item, at) => ({
    ...item,
    id: idOf(item),
    rank: (page.page - 1) * page.pageSize + at + 1,
  })),
});

export const PLACE: Column<Ranked> = {
  key: 'rank',
  title: '名次',
  text: (row) => String(row.rank),
  width: 64,
  align: 'right',
};
