const TTL_MS = 30_000;
const PATHS_A_SITE = 200;

/**
 * Paths that lately held no page. Any purge empties it, so a page published at such a path shows at
 * once; it is small, so a flood of random paths pushes nothing good out of any cache.
 */
export class MissingPaths {
  private readonly sites = new Map<number, Map<string, number>>();

  has(siteId: number, path: string, now: number): boolean {
    return (this.sites.get(siteId)?.get(path) ?? 0) > now;
  }

  add(siteId: number, path: string, now: number): void {
    let paths = this.sites.get(siteId);
    if (!paths) this.sites.set(siteId, (paths = new Map()));
    if (paths.size >= PATHS_A_SITE) paths.delete(paths.keys().next().value as string);
    paths.set(path, now + TTL_MS);
  }

  clear(): void {
    this.sites.clear();
  }
}
