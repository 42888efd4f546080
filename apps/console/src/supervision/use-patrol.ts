import { computed, onScopeDispose, watch, type ComputedRef } from 'vue';
import { supervisionApi, type PatrolView } from '@/api/supervision';
import { said } from '@/parts/notices';
import { useAct } from '@/parts/act';
import { useLoad, type Load } from '@/parts/use-load';
import type { Page } from '@/api/http';

/** Patrol runs of a site, read again every second and a half while one is under way. */
export function usePatrol(
  site: ComputedRef<string>,
  query: () => { page: number; pageSize: number },
  finished: () => void = () => undefined,
): {
  runs: Load<Page<PatrolView>>;
  running: ComputedRef<PatrolView | undefined>;
  start: () => Promise<void>;
} {
  const runs = useLoad(() => supervisionApi.patrols(site.value, query()), query);
  const running = computed(() => runs.data.value?.items.find((run) => run.state === 'running'));
  const { act } = useAct();
  let timer = 0;

  watch(runs.data, () => {
    window.clearTimeout(timer);
    if (running.value) timer = window.setTimeout(() => void runs.refresh(), 1500);
  });
  watch(running, (now, before) => {
    if (before && !now) finished();
  });
  onScopeDispose(() => window.clearTimeout(timer));

  async function start(): Promise<void> {
    await act(async () => {
      await supervisionApi.startPatrol(site.value);
      said('巡检已开始，结果会陆续出现');
      await runs.reload();
    });
  }

  return { runs, running, start };
}
