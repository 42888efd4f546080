import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { lifeApi, type BatchOrder, type BatchResult, type BatchView } from '@/api/article-life';
import { useAct } from '@/parts/act';
import { said } from '@/parts/notices';

const WORDS: Record<BatchView['operation'], string> = {
  move: '移动',
  pin: '置顶',
  unpin: '取消置顶',
  withdraw: '撤稿',
  delete: '删除到回收站',
  restore: '恢复',
  importance: '修改重要程度',
  tag: '加关键词',
  submit: '送审',
};

export interface BatchRun {
  isBusy: Ref<boolean>;
  progress: Ref<BatchView | null>;
  failures: Ref<readonly BatchResult[]>;
  word: ComputedRef<string>;
  run: (order: BatchOrder) => Promise<boolean>;
}

/** Works through a batch portion by portion, so that the screen can show how far it is; then offers the undo. */
export function useBatch(site: () => string, onDone: () => unknown): BatchRun {
  const { isBusy, act } = useAct();
  const progress = ref<BatchView | null>(null);
  const failures = ref<readonly BatchResult[]>([]);
  const word = computed(() => (progress.value ? WORDS[progress.value.operation] : ''));

  async function run(order: BatchOrder): Promise<boolean> {
    failures.value = [];
    const finished = await act(async () => {
      let batch = await lifeApi.beginBatch(site(), order);
      progress.value = batch;
      while (!batch.isFinished) {
        batch = await lifeApi.continueBatch(site(), batch.token);
        progress.value = batch;
      }
      report(batch);
      return true;
    });
    progress.value = null;
    onDone();
    return finished === true;
  }

  function report(batch: BatchView): void {
    failures.value = batch.results.filter((result) => !result.isDone);
    const done = batch.results.length - failures.value.length;
    const rest = failures.value.length > 0 ? `，${failures.value.length} 篇没有成功` : '';
    const text = `${WORDS[batch.operation]}：${done} 篇已完成${rest}`;
    if (batch.undoUntil === null || done === 0) said(text);
    else said(text, { label: '撤销', run: () => void undo(batch.token) });
  }

  async function undo(token: string): Promise<void> {
    await act(async () => {
      const { results } = await lifeApi.undoBatch(site(), token);
      failures.value = results.filter((result) => !result.isDone);
      said(`已撤销 ${results.length - failures.value.length} 篇`);
    });
    onDone();
  }

  return { isBusy, progress, failures, word, run };
}
