import { VisitorSketch } from './visitor-sketch';
import type { VisitedPage } from './visited-page';

export interface PageDay extends VisitedPage {
  /** Shanghai day. */
  readonly onDay: string;
  readonly views: number;
}

/** Pages of one site told apart between two writings; further ones are not counted. */
export const MOST_PAGES = 2_000;
const HOURS = 24;
export const noHours = (): number[] => Array.from({ length: HOURS }, () => 0);

/** What was counted at one site on one day since the last writing. */
export class VisitBatch {
  readonly hours = noHours();
  readonly visitors = VisitorSketch.empty();
  private readonly pages = new Map<string, VisitedPage & { views: number }>();

  constructor(
    readonly siteId: number,
    readonly onDay: string,
  ) {}

  /** False when there are too many different pages already. */
  count(page: VisitedPage, hour: number, visitor: Buffer | null): boolean {
    if (!this.add({ ...page, views: 1 })) return false;
    this.hours[hour] = (this.hours[hour] ?? 0) + 1;
    if (visitor) this.visitors.add(visitor);
    return true;
  }

  /** Takes back what could not be written. */
  merge(other: VisitBatch): void {
    for (const page of other.pages.values()) this.add(page);
    other.hours.forEach((views, hour) => (this.hours[hour] = (this.hours[hour] ?? 0) + views));
    this.visitors.merge(other.visitors);
  }

  get rows(): readonly PageDay[] {
    return [...this.pages.values()].map((page) => ({ ...page, onDay: this.onDay }));
  }

  private add({ kind, subjectId, views }: VisitedPage & { views: number }): boolean {
    const key = `${kind}/${subjectId}`;
    const known = this.pages.get(key);
    if (known) known.views += views;
    else if (this.pages.size >= MOST_PAGES) return false;
    else this.pages.set(key, { kind, subjectId, views });
    return true;
  }
}
