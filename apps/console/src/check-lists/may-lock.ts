import { computed, type ComputedRef } from 'vue';
import { useCurrentSite } from '@/frame/current-site';

/** Only the platform and portals have sites below them for which something can be locked. */
export function useMayLock(site: () => string): ComputedRef<boolean> {
  const current = useCurrentSite();
  return computed(() => {
    const key = site();
    return key === '' || current.isPortal(key);
  });
}
