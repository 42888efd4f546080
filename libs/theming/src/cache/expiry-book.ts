const PAGE_MS = 10_000;

/** Which files expire when, leafed through page by page: noting and reading cost nothing per file kept. */
export class ExpiryBook {
  private readonly pages = new Map<number, Set<string>>();
  private readUpTo: number | null = null;

  note(place: string, expiresAt: number): void {
    const number = Math.max(Math.ceil(expiresAt / PAGE_MS), (this.readUpTo ?? -Infinity) + 1);
    let page = this.pages.get(number);
    if (!page) this.pages.set(number, (page = new Set()));
    page.add(place);
  }

  /** Everything that expired up to now, each said once; some of it may have been noted for later meanwhile. */
  due(now: number): string[] {
    const upTo = Math.floor(now / PAGE_MS);
    if (this.readUpTo === upTo) return [];
    this.readUpTo = upTo;
    const found: string[] = [];
    for (const [number, places] of this.pages) {
      if (number > upTo) continue;
      found.push(...places);
      this.pages.delete(number);
    }
    return found;
  }
}
