import type { Pager } from '../channel/channel.view';

/** 翻页: first, last and two pages on each side of the current one; null stands for a gap. */
export function pagerOf(
  page: number,
  total: number,
  pageSize: number,
  urlOf: (page: number) => string,
): Pager {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])]
    .filter((each) => each >= 1 && each <= pages)
    .sort((left, right) => left - right);
  const links: Pager['links'][number][] = [];
  for (const [at, each] of shown.entries()) {
    const before = shown[at - 1];
    if (before !== undefined && each - before === 2) links.push(linkTo(before + 1, page, urlOf));
    else if (before !== undefined && each - before > 2) links.push(null);
    links.push(linkTo(each, page, urlOf));
  }
  return {
    page,
    pages,
    total,
    previousUrl: page > 1 ? urlOf(page - 1) : null,
    nextUrl: page < pages ? urlOf(page + 1) : null,
    links,
  };
}

function linkTo(page: number, current: number, urlOf: (page: number) => string) {
  return { page, url: urlOf(page), isCurrent: page === current };
}
