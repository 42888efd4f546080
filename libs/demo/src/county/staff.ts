import { ACCOUNTS } from './accounts';
import type { SiteKey } from './sites';

export interface Staff {
  readonly editor: string;
  readonly initialReview: string;
  readonly secondReview: string;
  readonly finalReview: string;
  readonly admin: string;
}

/** Login names of the people of a site, by what they do there. */
export function staffOf(site: SiteKey): Staff {
  const holder = (wanted: string): string => {
    const found = ACCOUNTS.find(({ roles }) =>
      roles.some(({ role, site: at }) => role === wanted && at === site),
    );
    if (!found) throw new Error(`${site} has no ${wanted}`);
    return found.username;
  };
  return {
    editor: holder('editor'),
    initialReview: holder('initialReviewer'),
    secondReview: holder('secondReviewer'),
    finalReview: holder('finalReviewer'),
    admin: holder('siteAdmin'),
  };
}
