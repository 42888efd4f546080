/** What the browser is told at most: a network under one domain of its own needs a single entry. */
const MOST = 60;

/** Hosts that end like this are government sites by themselves (国办函〔2018〕55号). */
const GOVERNMENT = /(?:^|\.)gov\.cn$|\.(?:政务|xn--zfr164b)$/;

/**
 * Hosts of a network for which nobody is asked whether to leave: the fewest names that cover all of its
 * sites outside gov.cn. A name stands for itself and everything below it.
 */
export function insideHosts(sites: readonly { readonly host: string }[]): string[] {
  const named = [...new Set(sites.map(({ host }) => host).filter((host) => host !== ''))];
  const own = named.filter((host) => !GOVERNMENT.test(host)).map((host) => host.replace(/^www\./, ''));
  const shortestFirst = [...new Set(own)].toSorted(
    (left, right) => left.length - right.length || left.localeCompare(right),
  );
  const covering: string[] = [];
  for (const host of shortestFirst) {
    if (!covering.some((upper) => host === upper || host.endsWith(`.${upper}`))) covering.push(host);
    if (covering.length === MOST) break;
  }
  return covering;
}
