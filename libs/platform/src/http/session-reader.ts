import type { Ability, Actor, SiteRef } from '@zhanqun/kernel';

export interface ClientFacts {
  readonly address: string;
  readonly userAgent: string;
}

/** Turns the session cookie into the person behind it. Implemented by `identity`. */
export abstract class SessionReader {
  /** Null when the session is unknown, expired (idle or absolute) or revoked. */
  abstract read(token: string, client: ClientFacts, now: Date): Promise<Actor | null>;
}

/** What a person may do, at one site or on the platform. Implemented by `identity`; asked once a request. */
export abstract class AbilityFactory {
  abstract for(actor: Actor, site: SiteRef | undefined, now: Date): Promise<Ability>;

  /** The rights at many sites, by site id: for lists across all sites of a person. */
  async forSites(actor: Actor, sites: readonly SiteRef[], now: Date): Promise<ReadonlyMap<number, Ability>> {
    const abilities = new Map<number, Ability>();
    for (const site of sites) abilities.set(site.id, await this.for(actor, site, now));
    return abilities;
  }
}
