interface RequestFacts {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cross-site request forgery defence beside the SameSite=Strict cookie: browsers state where a request
 * comes from (Fetch Metadata); older ones at least send Origin. Programs send neither and carry no
 * ambient cookie, so they pass.
 */
export function isCrossSite({ method, headers }: RequestFacts): boolean {
  if (READING.has(method)) return false;
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite !== 'same-origin' && fetchSite !== 'none';
  const origin = headers.origin;
  if (typeof origin !== 'string') return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers.host;
}
