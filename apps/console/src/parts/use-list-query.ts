import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

export type ListQuery<F> = F & { page: number; pageSize: number; sort: string };

/** What a table asks for by itself: another page, another order. */
export type TableAsk = { page: number; pageSize?: number } | { sort: string };
type Fields = Record<string, string>;

/**
 * Filters, sort and page live in the address, so that a view can be sent to a colleague and the
 * browser's back button works. Changing a filter goes back to page one. `view` holds what chooses
 * between lists (a tab, a folder): it neither counts as a filter nor falls when filters are cleared.
 */
export function useListQuery<F extends Fields, V extends Fields = Record<never, string>>(
  filters: F,
  view?: V,
): {
  query: ComputedRef<ListQuery<F & V>>;
  set: (change: Partial<ListQuery<F & V>>) => void;
  isFiltered: ComputedRef<boolean>;
  reset: () => void;
} {
  const route = useRoute();
  const router = useRouter();
  const defaults: Record<string, string | number> = {
    ...filters,
    ...view,
    page: 1,
    pageSize: 20,
    sort: '',
  };

  const query = computed(() => {
    const values: Record<string, string | number> = { ...defaults };
    for (const key of Object.keys(defaults)) {
      const given = route.query[key];
      if (typeof given !== 'string') continue;
      values[key] = typeof defaults[key] === 'number' ? Number(given) || defaults[key] : given;
    }
    return values as ListQuery<F & V>;
  });

  function set(change: Partial<ListQuery<F & V>>): void {
    const next = { ...query.value, ...('page' in change ? {} : { page: 1 }), ...change };
    const kept = Object.entries(next).filter(([key, value]) => value !== '' && value !== defaults[key]);
    const others = Object.entries(route.query).filter(([key]) => !(key in defaults));
    void router.replace({
      query: Object.fromEntries([...others, ...kept.map(([key, value]) => [key, String(value)])]),
    });
  }

  const chosenView = (): Fields =>
    Object.fromEntries(Object.keys(view ?? {}).map((key) => [key, String(query.value[key])]));

  return {
    query,
    set,
    isFiltered: computed(() => Object.keys(filters).some((key) => query.value[key] !== filters[key])),
    reset: () => set({ ...defaults, ...chosenView() } as Partial<ListQuery<F & V>>),
  };
}
