import { computed, type ComputedRef } from 'vue';
import { useRoute } from 'vue-router';
import { useSession } from './session.store';

/** The site in the address and what this person may do there. */
export function useSite(): {
  site: ComputedRef<string>;
  can: (action: string, subject: string, row?: Record<string, unknown>) => boolean;
} {
  const route = useRoute();
  const session = useSession();
  const site = computed(() => (typeof route.params['site'] === 'string' ? route.params['site'] : ''));
  return { site, can: (action, subject, row) => session.can(action, subject, site.value, row) };
}
