import { atSite, systemCtx, type SiteCtx, type SiteRef } from '@zhanqun/kernel';

export const now = new Date('2026-03-01T01:02:03.456Z');

export const at = (id: number, time = now): SiteCtx =>
  atSite(systemCtx(time), { id, key: `s${id}` } as SiteRef);

let last = 100;
/** A site that no other test of the file knows. */
export const newSite = (): SiteCtx => at((last += 1));
