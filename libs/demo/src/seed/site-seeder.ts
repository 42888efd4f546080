import { Injectable } from '@nestjs/common';
import { ChannelService, contactDirections, contactHours, contactPostcode } from '@zhanqun/content';
import { atSite, type StaffCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { SiteLifecycle, SiteService } from '@zhanqun/tenancy';
import { ThemeSettings } from '@zhanqun/theming';
import { CONTACTS, OFFICE_HOURS } from '../county/contacts';
import { ORGANISATIONS } from '../county/organisations';
import { EXEMPTION, ICP_NUMBER, PORTAL, REGULATION, SITES, type PlannedSite } from '../county/sites';
import { SPECIAL_TOPICS } from '../topics/special';

/** Opens the county's sites from their blueprints and puts them online once they have something to read. */
@Injectable()
export class SiteSeeder {
  constructor(
    private readonly sites: SiteService,
    private readonly lifecycle: SiteLifecycle,
    private readonly directory: SiteDirectory,
    private readonly themes: ThemeSettings,
    private readonly channels: ChannelService,
  ) {}

  async open(ctx: StaffCtx, offices: ReadonlyMap<string, number>): Promise<void> {
    for (const [position, planned] of SITES.entries()) {
      const isPortal = planned.key === PORTAL;
      const { key, name, shortName, blueprint, siteCode, policeFilingNumber, description, keywords } =
        planned;
      await this.sites.open(ctx, {
        key,
        name,
        shortName,
        blueprint,
        siteCode,
        policeFilingNumber,
        description,
        keywords,
        position,
        icpNumber: planned.prefix ? '' : `${ICP_NUMBER}-${position + 1}`,
        contactPhone: planned.phone,
        contactAddress: ORGANISATIONS.find((office) => office.key === planned.sponsor)?.address ?? '',
        email: `${key}@shifan.localhost`,
        competentAuthorityId: offices.get('zfb') ?? null,
        sponsorId: offices.get(planned.sponsor) ?? null,
        operatorId: offices.get(isPortal ? 'dsj' : planned.sponsor) ?? null,
        bindings: bindingsOf(planned),
        settings: contactOf(planned),
        ...(isPortal ? { regulation: REGULATION } : { parent: PORTAL }),
        ...(isPortal || planned.prefix ? {} : { exemptionDocument: EXEMPTION }),
      });
      await this.dress(ctx, planned);
    }
    await this.openSpecialTopics(ctx);
  }

  async goOnline(ctx: StaffCtx): Promise<void> {
    for (const { key } of SITES) {
      const site = this.directory.byKey(key);
      if (site) await this.lifecycle.goOnline(atSite(ctx, site));
    }
  }

  /** 专题 of the portal, beside those that the blueprint brings. */
  private async openSpecialTopics(ctx: StaffCtx): Promise<void> {
    const portal = this.directory.byKey(PORTAL);
    if (!portal) throw new Error('the portal is missing');
    const here = atSite(ctx, portal);
    const parentId = (await this.channels.tree(here)).at('ztzl')?.id ?? null;
    for (const { path, name, description } of SPECIAL_TOPICS) {
      await this.channels.create(here, {
        parentId,
        path,
        name,
        description,
        kind: 'dynamic',
        updateClass: 'other',
        keywords: [name],
        columnType: '政务动态',
      });
    }
  }

  private async dress(ctx: StaffCtx, { key, slogan }: PlannedSite): Promise<void> {
    const site = this.directory.byKey(key);
    if (site) await this.themes.save(atSite(ctx, site), { name: site.theme, settings: { slogan } });
  }
}

function contactOf({ key }: PlannedSite) {
  const { postcode, directions } = CONTACTS[key];
  return {
    [contactPostcode.key]: postcode,
    [contactHours.key]: OFFICE_HOURS,
    [contactDirections.key]: directions.join('\n'),
  };
}

function bindingsOf({ key, host, prefix = '' }: PlannedSite) {
  const canonical = { host, prefix, isCanonical: true };
  return key === PORTAL ? [canonical, { host: `www.${host}`, isCanonical: false }] : [canonical];
}
