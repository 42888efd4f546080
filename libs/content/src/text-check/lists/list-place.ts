import type { Ctx } from '@zhanqun/kernel';
import { lockRefused } from './lists.errors';
import { PLATFORM } from './flagged-term.entity';

/** Where what a person writes is kept: the site of the context, else the platform. */
export const placeOf = ({ site }: Ctx): number => site?.id ?? PLATFORM;

/** Nothing stands below a site: only the platform and portals lock. */
export function refuseIdleLock({ site }: Ctx, isLocked: boolean): void {
  if (isLocked && site && site.kind !== 'portal') throw lockRefused();
}
