import type { Id, Intruder, RowKind } from '../neighbours';

export type Body = Readonly<Record<string, unknown>>;
export type Making<T> = (me: Intruder) => T | Promise<T>;

/** A field that names a row of a site: what to send so that only this name is wrong. */
export interface NamingField {
  readonly names: RowKind;
  /** Whatever it names is stored unseen, so only the outcome can be compared. */
  readonly isTaken?: true;
  readonly sent: (me: Intruder, id: Id) => Body | Promise<Body>;
}

/**
 * How a route is tried by somebody from another site.
 *
 * `site`: under `/sites/:site`; tried at the victim's address, and at the intruder's own with the victim's
 * ids. `platform`: for officers; people of sites are refused whatever they ask. `everybody`: for all who
 * are signed in; may not tell of any site. `stranger`: without signing in; likewise.
 */
export interface Trial {
  readonly door: 'site' | 'platform' | 'everybody' | 'stranger';
  /** What `:id`, or the address of a file, names. */
  readonly id?: RowKind;
  /** Other parts of the address. */
  readonly parts?: Readonly<Record<string, string>>;
  /** What is sent so that nothing but the address is wrong. */
  readonly body?: Making<Body>;
  /** A row of the intruder's own for `:id`, where a field is tried. */
  readonly own?: Making<Id>;
  readonly fields?: Readonly<Record<string, NamingField>>;
  /** Nobody at a site may call it, whatever the site: only officers, or only supervisors. */
  readonly notForSites?: true;
  /** Cannot be answered before the build. */
  readonly needsBuild?: true;
  /** Ends sessions, so a colleague makes the call. */
  readonly endsSession?: true;
}

export const daysAsked = { from: '2026-01-01', to: '2026-03-31' };

export const reason = { reason: '核对另一站点的数据' };

export const ownPublished = async ({ given, site }: Intruder): Promise<Id> =>
  (await given.article(site, { state: 'published' })).id;

export const ownChannel = async ({ given, site }: Intruder): Promise<Id> => {
  const path = `own-${(await given.organisation()).toString()}`;
  return (await given.newChannel(site, { path, name: '本站栏目' })).id;
};

export const articleMove = (body?: Body): Trial => ({
  door: 'site',
  id: 'article',
  ...(body ? { body: () => body } : {}),
});

export const officers = (body?: Body, parts: Readonly<Record<string, string>> = {}): Trial => ({
  door: 'platform',
  parts: { id: '1', ...parts },
  ...(body ? { body: () => body } : {}),
});

export const siteDoor: Trial = { door: 'site' };

export const lifeCycle = (body?: Body): Trial => ({
  door: 'site',
  notForSites: true,
  ...(body ? { body: () => body } : {}),
});

export const everybody: Trial = { door: 'everybody' };

export const about: NamingField = { names: 'siteKey', sent: (_me, id) => ({ about: id }) };
