import { computed, onScopeDispose, ref, watch, type Ref } from 'vue';
import { ApiError, messageOf } from '@/api/http';
import { layoutsApi, type LayoutBlock, type LayoutRemark, type LayoutView } from '@/api/layouts';
import { copyOf } from './arranging';

const SAVE_MS = 1_000;
const PREVIEW_MS = 500;
const MOST_STEPS = 50;

/** 版面草稿: every change is a step that can be taken back, kept on the server after a pause, and shown at once. */
export function useLayout(site: Ref<string>, page: Ref<string>, mayEdit: Ref<boolean>) {
  const view = ref<LayoutView>();
  const blocks = ref<LayoutBlock[]>([]);
  const faults = ref<LayoutRemark[]>([]);
  const saving = ref<'saved' | 'waiting' | 'saving' | 'failed' | 'stale'>('saved');
  const problem = ref('');
  const html = ref('');
  const previewProblem = ref('');
  const past = ref<string[]>([]);
  const future = ref<string[]>([]);
  let timers: [number, number] = [0, 0];
  let turn = 0;
  let under: Promise<void> = Promise.resolve();

  const remarks = computed(() => [...faults.value, ...(view.value?.remarks ?? [])]);

  function take(next: LayoutView): void {
    view.value = next;
    blocks.value = copyOf(next.blocks);
    past.value = [];
    future.value = [];
    faults.value = [];
    saving.value = 'saved';
    problem.value = '';
    showSoon(0);
  }

  /** One step. Typing in one field is one step as long as `merge` stays the same. */
  let lastMerge = '';
  function change(next: readonly LayoutBlock[], merge = ''): void {
    if (merge === '' || merge !== lastMerge)
      past.value = [...past.value, JSON.stringify(blocks.value)].slice(-MOST_STEPS);
    lastMerge = merge;
    future.value = [];
    set(copyOf(next) as LayoutBlock[]);
  }

  function step(from: Ref<string[]>, to: Ref<string[]>): void {
    const other = from.value.at(-1);
    if (other === undefined) return;
    from.value = from.value.slice(0, -1);
    to.value = [...to.value, JSON.stringify(blocks.value)];
    lastMerge = '';
    set(JSON.parse(other) as LayoutBlock[]);
  }

  function set(next: LayoutBlock[]): void {
    blocks.value = next;
    saving.value = 'waiting';
    window.clearTimeout(timers[0]);
    timers[0] = window.setTimeout(() => void save(), SAVE_MS);
    showSoon(PREVIEW_MS);
  }

  /** Savings wait for one another, so that each knows the version the one before it made. */
  function save(): Promise<void> {
    window.clearTimeout(timers[0]);
    if (saving.value !== 'waiting' && saving.value !== 'failed') return under;
    under = under.then(async () => {
      const current = view.value;
      if (!current || !mayEdit.value || saving.value === 'stale') return;
      const sent = JSON.stringify(blocks.value);
      saving.value = 'saving';
      try {
        const next = await layoutsApi.save(site.value, current.page, current.version, JSON.parse(sent));
        view.value = next;
        faults.value = [];
        problem.value = '';
        saving.value = JSON.stringify(blocks.value) === sent ? 'saved' : 'waiting';
        if (saving.value === 'waiting') timers[0] = window.setTimeout(() => void save(), SAVE_MS);
      } catch (error) {
        refused(error);
      }
    });
    return under;
  }

  function refused(error: unknown): void {
    const isStale = error instanceof ApiError && error.code === 'content.layout.stale';
    const isInvalid = error instanceof ApiError && /^content\.layout\.(invalid|incomplete)$/.test(error.code);
    saving.value = isStale ? 'stale' : 'failed';
    problem.value = isInvalid ? '' : messageOf(error);
    const found = isInvalid ? (error.details['faults'] as Omit<LayoutRemark, 'isBlocking'>[]) : [];
    faults.value = found.map((fault) => ({ ...fault, isBlocking: true }));
  }

  function showSoon(wait: number): void {
    window.clearTimeout(timers[1]);
    timers[1] = window.setTimeout(() => void show(), wait);
  }

  /** An answer that was overtaken is dropped; the last good picture stays while a setting is half written. */
  async function show(): Promise<void> {
    const current = view.value;
    if (!current) return;
    const mine = ++turn;
    try {
      const next = await layoutsApi.preview(site.value, current.page, blocks.value);
      if (mine !== turn) return;
      html.value = next;
      previewProblem.value = '';
    } catch (error) {
      if (mine === turn) previewProblem.value = messageOf(error);
    }
  }

  /** Leaving the tab keeps what was changed a moment ago. */
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') void save();
  };
  document.addEventListener('visibilitychange', onHide);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', onHide);
    for (const timer of timers) window.clearTimeout(timer);
    timers = [0, 0];
    turn += 1;
  });
  watch(page, () => void save());

  return {
    view,
    blocks,
    remarks,
    saving,
    problem,
    html,
    previewProblem,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    take,
    change,
    save,
    undo: () => step(past, future),
    redo: () => step(future, past),
  };
}
