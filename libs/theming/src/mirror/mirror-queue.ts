import type { MapLine } from './written-links';

/** One address of the site to be copied, as a path of its host. */
export interface MirrorStep {
  readonly path: string;
  /** The page that has the link; empty for where the walk begins. */
  readonly from: string;
  /** When the site map says that it changed; 0 where nobody says. */
  readonly changedAt: number;
}

/**
 * The order of a copy: what the site begins with, then the articles, newest first, each followed by its
 * pictures and files, then what only links lead to. A part of the site map is read when the one before is
 * done. Each address comes once; of a page nothing but its address is held.
 */
export class MirrorQueue {
  private readonly first: MirrorStep[] = [];
  /** Newest last. */
  private dated: MirrorStep[] = [];
  private readonly parts: string[] = [];
  private readonly rest: MirrorStep[] = [];
  private nextRest = 0;
  private readonly known = new Set<string>();
  private readonly taken = new Set<string>();

  get done(): number {
    return this.taken.size;
  }

  get waiting(): number {
    return this.first.length + this.dated.length + this.parts.length + this.rest.length - this.nextRest;
  }

  /** What belongs to the page in hand, or to the beginning. */
  addFirst(path: string, from = ''): void {
    if (this.isNew(path)) this.first.push({ path, from, changedAt: 0 });
  }

  addRest(path: string, from: string): void {
    if (this.isNew(path)) this.rest.push({ path, from, changedAt: 0 });
  }

  /** Lines newest first, as paths of the host. */
  addDated(lines: readonly (MapLine & { readonly path: string })[], from: string): void {
    const steps = lines.map(({ path, changedAt }) => ({ path, from, changedAt }));
    this.dated = [...steps.reverse(), ...this.dated];
    for (const { path } of steps) this.known.add(path);
  }

  /** Parts of the site map, newest first. */
  addParts(paths: readonly string[]): void {
    this.parts.push(...paths.filter((path) => this.isNew(path)).toReversed());
  }

  next(): MirrorStep | null {
    for (;;) {
      const part = (): MirrorStep | undefined => {
        const path = this.parts.pop();
        return path === undefined ? undefined : { path, from: '', changedAt: 0 };
      };
      const step = this.first.shift() ?? this.dated.pop() ?? part() ?? this.rest[this.nextRest++];
      if (!step) return null;
      if (this.taken.has(step.path)) continue;
      this.taken.add(step.path);
      return step;
    }
  }

  private isNew(path: string): boolean {
    if (this.known.has(path)) return false;
    this.known.add(path);
    return true;
  }
}
