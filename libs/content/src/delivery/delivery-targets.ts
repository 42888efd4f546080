import type { SiteRef } from '@zhanqun/kernel';
import type { DeliveryKind } from './delivery.entity';

export interface DeliveryTarget {
  readonly site: SiteRef;
  readonly kind: DeliveryKind;
}

/**
 * Where a site may send: its portal (报送), from a portal every site below it (推送), and neighbours under
 * the same portal (引用). Sites that do not publish receive nothing; other networks do not exist.
 */
export function targetsOf(site: SiteRef, all: readonly SiteRef[]): DeliveryTarget[] {
  return all
    .filter((other) => other.portalId === site.portalId && other.id !== site.id && other.status === 'online')
    .map((other) => ({ site: other, kind: kindBetween(site, other) }));
}

function kindBetween(from: SiteRef, to: SiteRef): DeliveryKind {
  if (to.kind === 'portal') return 'submission';
  return from.kind === 'portal' ? 'push' : 'reference';
}
