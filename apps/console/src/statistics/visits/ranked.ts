/** Rows of one page of a ranking, each with its place in the whole. */
export const ranked = <T>(
  list: { readonly items: readonly T[]; readonly page: number; readonly pageSize: number } | undefined,
  idOf: (item: T) => number,
): (T & { id: number; rank: number })[] =>
  (list?.items ?? []).map((item, at) => ({
    ...item,
    id: idOf(item),
    rank: ((list?.page ?? 1) - 1) * (list?.pageSize ?? 20) + at + 1,
  }));
