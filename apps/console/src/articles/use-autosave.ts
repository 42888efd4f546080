import { onScopeDispose, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { ArticleDetail, ArticleText } from '@/api/articles';
import { editingApi } from '@/api/editing';
import { ApiError } from '@/api/http';
import { localDraft } from './local-draft';

export interface Autosave {
  /** When the server last kept what is being typed. */
  serverAt: Ref<string | null>;
  /** When this browser did. */
  localAt: Ref<string | null>;
  isOffline: Ref<boolean>;
  /** Neither storage of this browser takes anything more. */
  isFull: Ref<boolean>;
  /** Keeps the text in this browser at once; false when that was not possible. */
  keep: () => boolean;
  /** Keeps it on the server at once. */
  push: () => Promise<void>;
  /** The text is saved: what was kept of it is not needed any more. */
  settled: (id: number) => void;
  local: () => ReturnType<typeof localDraft>;
}

interface Writing {
  readonly accountId: number;
  readonly site: string;
  readonly id: number | null;
  readonly article: ShallowRef<ArticleDetail | null>;
  readonly text: Ref<ArticleText>;
  readonly isDirty: ComputedRef<boolean>;
  readonly isBusy: Ref<boolean>;
  /** Makes a new article a draft of the server, where enough of it is there. */
  readonly begin: () => Promise<void>;
}

const LOCAL_MS = 800;
const SERVER_MS = 3000;
const RETRY_MS = 15_000;

/**
 * 自动保存：a pause in typing is enough. This browser keeps the text first, the server a moment later; a
 * closed laptop, a killed tab or a lost line loses nothing that was typed before the pause.
 */
export function useAutosave(writing: Writing): Autosave {
  const { accountId, site, id, article, text, isDirty, isBusy, begin } = writing;
  const serverAt = ref<string | null>(null);
  const localAt = ref<string | null>(null);
  const isOffline = ref(false);
  const isFull = ref(false);
  let local = localDraft(accountId, site, id ?? 'new');
  let timers: [number, number] = [0, 0];
  let pushed = '';
  let isPushing = false;

  const now = (): string => new Date().toISOString();

  function keep(): boolean {
    if (!isDirty.value) return true;
    const isKept = local.keep(text.value, article.value?.version ?? null, (later) => {
      isFull.value = !later;
      if (later) localAt.value = now();
    });
    if (isKept) {
      localAt.value = now();
      isFull.value = false;
    }
    return isKept;
  }

  async function push(): Promise<void> {
    window.clearTimeout(timers[1]);
    const current = article.value;
    if (!current && isDirty.value && !isBusy.value) return begin();
    const body = JSON.stringify(text.value);
    if (!current || !isDirty.value || body === pushed || current.openState !== 'draft') return;
    if (isBusy.value || isPushing) return plan(SERVER_MS);
    isPushing = true;
    try {
      const { savedAt } = await editingApi.keepCopy(site, current.id, current.version, JSON.parse(body));
      pushed = body;
      serverAt.value = savedAt;
      isOffline.value = false;
    } catch (error) {
      // A refusal would be the same again; the browser has kept the text in any case.
      const mayReturn = !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
      isOffline.value = mayReturn;
      if (mayReturn) plan(RETRY_MS);
    } finally {
      isPushing = false;
    }
  }

  function plan(wait: number): void {
    window.clearTimeout(timers[1]);
    timers[1] = window.setTimeout(() => void push(), wait);
  }

  function settled(savedId: number): void {
    local.drop();
    if (id === null) local = localDraft(accountId, site, savedId);
    localAt.value = null;
    serverAt.value = null;
    isOffline.value = false;
    pushed = '';
  }

  watch(
    text,
    () => {
      window.clearTimeout(timers[0]);
      timers[0] = window.setTimeout(keep, LOCAL_MS);
      plan(SERVER_MS);
    },
    { deep: true },
  );

  /** The lid is being closed, or another tab opened. */
  function onHide(): void {
    if (document.visibilityState !== 'hidden') return;
    keep();
    void push();
  }
  const onOnline = (): void => void push();
  document.addEventListener('visibilitychange', onHide);
  window.addEventListener('pagehide', keep);
  window.addEventListener('online', onOnline);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', onHide);
    window.removeEventListener('pagehide', keep);
    window.removeEventListener('online', onOnline);
    for (const timer of timers) window.clearTimeout(timer);
    timers = [0, 0];
    keep();
  });

  return { serverAt, localAt, isOffline, isFull, keep, push, settled, local: () => local };
}
