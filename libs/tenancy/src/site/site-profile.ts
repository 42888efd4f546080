/** What the pages and the console show of a site beyond its `SiteRef`. Names instead of ids. */
export interface SiteProfile {
  readonly siteId: number;
  readonly shortName: string;
  readonly competentAuthority: string;
  readonly sponsor: string;
  readonly operator: string;
  readonly sponsorId: number | null;
  readonly operatorId: number | null;
  readonly competentAuthorityId: number | null;
  /** Of the site, or of the site whose host it lives under when it has none of its own. */
  readonly siteCode: string;
  readonly icpNumber: string;
  readonly policeFilingNumber: string;
  readonly contactPhone: string;
  readonly contactAddress: string;
  readonly email: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly regulation: string | null;
  readonly themeName: string;
  readonly openedOn: string | null;
  readonly suspendedUntil: string | null;
  readonly closingNoticeOn: string | null;
  readonly closingDestination: string;
  readonly closedOn: string | null;
}
