import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { Column } from './column';
import { recall, remember } from './memory';

/** Which columns a person wants to see in one table, kept in this browser. */
export function useShownColumns<T>(
  name: string,
  columns: readonly Column<T>[],
): { shown: ComputedRef<Column<T>[]>; chosen: Ref<string[]> } {
  const key = `columns.${name}`;
  const usual = columns.filter((column) => !column.isOptional).map((column) => column.key);
  const chosen = ref<string[]>(recall<string[]>(key) ?? usual);
  watch(chosen, (value) => remember(key, value));
  const shown = computed(() =>
    columns.filter((column) => column.isFixed === true || chosen.value.includes(column.key)),
  );
  return { shown, chosen };
}
