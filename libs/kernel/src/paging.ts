/** One page of a list, as every list route answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export interface PageRequest {
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
}

export const MAX_PAGE_SIZE = 100;

/** Bounds a request so that no list is unbounded: page ≥ 1, 1 ≤ pageSize ≤ 100. */
export function pageRequest(page?: number, pageSize?: number): PageRequest {
  return {
    page: Math.max(1, Math.trunc(page ?? 1) || 1),
    pageSize: Math.min(MAX_PAGE_SIZE, Math.max(1, Math.trunc(pageSize ?? 20) || 20)),
  };
}

export function mapPage<T, U>(page: Page<T>, map: (item: T) => U): Page<U> {
  return { ...page, items: page.items.map(map) };
}
