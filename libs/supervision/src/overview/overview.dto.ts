import { SiteNameView } from '../finding/finding.dto';
import type { SiteOverview } from './overview.service';

export class SiteOverviewView {
  site: SiteNameView;
  kind: string;
  status: string;
  light: 'red' | 'amber' | 'green' | 'grey';
  vetoes: number;
  deductions: number;
  warnings: number;
  running: number;
  overdue: number;
  nextDueOn: string | null;
  workingDaysLeft: number | null;
  visitedAt: Date | null;
}

export class OverviewTotals {
  sites: number;
  red: number;
  amber: number;
  green: number;
  grey: number;
}

export class OverviewView {
  items: SiteOverviewView[];
  totals: OverviewTotals;
  /** Whether the person sees the network or only the own site. */
  isNetwork: boolean;
}

export function toOverviewView(overviews: readonly SiteOverview[], isNetwork: boolean): OverviewView {
  const count = (light: SiteOverview['light']): number =>
    overviews.filter((one) => one.light === light).length;
  return {
    items: overviews.map(({ site, ...rest }) => ({
      site: { id: site.id, key: site.key, name: site.name },
      kind: site.kind,
      status: site.status,
      ...rest,
    })),
    totals: {
      sites: overviews.length,
      red: count('red'),
      amber: count('amber'),
      green: count('green'),
      grey: count('grey'),
    },
    isNetwork,
  };
}
