import type { Page } from '@/api/http';

/** Every page of a list, for an export; bounded so that nobody pulls a million rows into a browser. */
export async function readAll<T>(
  read: (page: { page: number; pageSize: number }) => Promise<Page<T>>,
  limit = 5000,
): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 1; rows.length < limit; page++) {
    const answer = await read({ page, pageSize: 100 });
    rows.push(...answer.items);
    if (rows.length >= answer.total || answer.items.length === 0) break;
  }
  return rows;
}
