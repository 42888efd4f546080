import { computed, ref, type ComputedRef, type Ref } from 'vue';

/** Pages of rows that are all here already. */
export function usePages<T>(rows: () => readonly T[]): {
  page: Ref<number>;
  pageSize: Ref<number>;
  shown: ComputedRef<readonly T[]>;
  turn: (to: { page: number; pageSize?: number }) => void;
} {
  const page = ref(1);
  const pageSize = ref(20);
  const shown = computed(() => rows().slice((page.value - 1) * pageSize.value, page.value * pageSize.value));
  function turn(to: { page: number; pageSize?: number }): void {
    page.value = to.page;
    pageSize.value = to.pageSize ?? pageSize.value;
  }
  return { page, pageSize, shown, turn };
}
