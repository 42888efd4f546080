import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

export type ListQuery<F> = F & { page: number; pageSize: number; sort: string };

/**
 * Filters, sort and page live in the address, so that a view can be sent to a colleague and the
 * browser's back button works. Changing a filter goes back to page one.
 */
export function useListQuery<F extends Record<string, string>>(
  filters: F,
): { query: ComputedRef<ListQuery<F>>; set: (change: Partial<ListQuery<F>>) => void; reset: () => void } {
  const route = useRoute();
  const router = useRouter();
  const defaults: Record<string, string | number> = { ...filters, page: 1, pageSize: 20, sort: '' };

  const query = computed(() => {
    const values: Record<string, string | number> = { ...defaults };
    for (const key of Object.keys(defaults)) {
      const given = route.query[key];
      if (typeof given !== 'string') continue;
      values[key] = typeof defaults[key] === 'number' ? Number(given) || defaults[key] : given;
    }
    return values as ListQuery<F>;
  });

  function set(change: Partial<ListQuery<F>>): void {
    const next = { ...query.value, ...('page' in change ? {} : { page: 1 }), ...change };
    const kept = Object.entries(next).filter(([key, value]) => value !== '' && value !== defaults[key]);
    const others = Object.entries(route.query).filter(([key]) => !(key in defaults));
    void router.replace({
      query: Object.fromEntries([...others, ...kept.map(([key, value]) => [key, String(value)])]),
    });
  }

  return { query, set, reset: () => set({ ...defaults } as Partial<ListQuery<F>>) };
}
