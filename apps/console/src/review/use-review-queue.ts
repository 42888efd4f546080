import { ref, type Ref } from 'vue';
import { reviewsApi } from '@/api/reviews';

const MOST = 100;

/** The articles of one site that wait for this person, in order: what J and K walk through. */
export function useReviewQueue(site: Ref<string>): {
  ids: Ref<number[]>;
  read: () => Promise<void>;
  neighbour: (id: number, step: 1 | -1) => number | null;
} {
  const ids = ref<number[]>([]);

  async function read(): Promise<void> {
    const { items } = await reviewsApi.queue(site.value, { pageSize: MOST });
    ids.value = items.map((item) => item.id);
  }

  function neighbour(id: number, step: 1 | -1): number | null {
    const at = ids.value.indexOf(id);
    return at < 0 ? (ids.value[0] ?? null) : (ids.value[at + step] ?? null);
  }

  return { ids, read, neighbour };
}
