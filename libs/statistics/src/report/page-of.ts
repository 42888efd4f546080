import type { PageRequest } from '@zhanqun/kernel';

/** One page of a list that is known whole: at most as long as there are channels or sites. */
export function pageOf<T>(all: readonly T[], { page, pageSize }: PageRequest) {
  return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageSize };
}
