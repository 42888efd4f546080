import { randomUUID } from 'node:crypto';
import type { SiteRef } from './site-ref';

/** What a person may do here. CASL's ability satisfies it; floors above ask nothing else of it. */
export interface Ability {
  can(action: string, subject: string | object): boolean;
}

/** The signed-in person (or the platform itself, in jobs: see `systemActor`). */
export interface Actor {
  readonly accountId: number;
  readonly name: string;
  readonly organisationId: number | null;
  readonly sessionId?: string;
  readonly address?: string;
}

declare const transactionBrand: unique symbol;
/** An open transaction. Only `platform/db` can look inside. */
export interface Transaction {
  readonly [transactionBrand]: true;
}

/**
 * The request context: passed, never ambient. A job, a command and a test make one the same way a
 * request does.
 */
export interface Ctx {
  readonly actor?: Actor;
  readonly site?: SiteRef;
  readonly ability: Ability;
  readonly now: Date;
  readonly tx?: Transaction;
  readonly traceId: string;
}
/** A context that stands at one site: needed for every site-owned row. */
export type SiteCtx = Ctx & { readonly site: SiteRef };
/** A signed-in person, on platform-wide work. */
export type StaffCtx = Ctx & { readonly actor: Actor };
/** A signed-in person at one site. */
export type EditorCtx = SiteCtx & StaffCtx;

export const allowAll: Ability = { can: () => true };
export const denyAll: Ability = { can: () => false };

/** The platform acting by itself (clock, jobs, CLI); id 0 is never an account. */
export const systemActor: Actor = { accountId: 0, name: '系统', organisationId: null };

/** A context for work that no person started: jobs, patrols, the CLI. It may do everything. */
export function systemCtx(now: Date, traceId: string = randomUUID()): StaffCtx {
  return { actor: systemActor, ability: allowAll, now, traceId };
}

/** A citizen's context: nobody signed in, nothing allowed beyond public reading. */
export function publicCtx(site: SiteRef, now: Date, traceId: string = randomUUID()): SiteCtx {
  return { site, ability: denyAll, now, traceId };
}

export function atSite<C extends Ctx>(ctx: C, site: SiteRef): C & { readonly site: SiteRef } {
  return { ...ctx, site };
}
