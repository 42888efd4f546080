import {
  computed,
  onScopeDispose,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue';
import type { ArticleText } from '@/api/articles';
import { checkApi, type CheckedArticle, type CheckHit } from '@/api/editing';
import { ApiError } from '@/api/http';
import { keepsBack } from './check-words';

export interface LiveCheck {
  hits: ShallowRef<readonly CheckHit[]>;
  /** Attached files whose text is still being read. */
  pending: ShallowRef<readonly string[]>;
  state: Ref<'idle' | 'checking' | 'away'>;
  /** What keeps the text from being handed in. */
  blocking: ComputedRef<readonly CheckHit[]>;
  /** Checks what is there at this moment; false when the service is away. */
  checkNow: () => Promise<boolean>;
}

const PAUSE_MS = 1200;
const AGAIN_MS = 30_000;

/** Looks at a text whenever the writer pauses. What was overtaken is cancelled; nothing is checked twice. */
export function useCheck(site: string, text: Ref<ArticleText>, articleId: () => number | null): LiveCheck {
  const hits = shallowRef<readonly CheckHit[]>([]);
  const pending = shallowRef<readonly string[]>([]);
  const state = ref<LiveCheck['state']['value']>('idle');
  let timer = 0;
  let running: AbortController | null = null;
  let checked = '';

  const asked = (): CheckedArticle => {
    const { kind, title, subtitle, summary, source, author, body, attachments } = text.value;
    const id = articleId();
    return {
      ...(id === null ? {} : { articleId: id }),
      kind,
      title,
      subtitle,
      summary,
      source,
      author,
      body,
      attachments: attachments.map((file) => file.id),
    };
  };

  async function checkNow(isForced = true): Promise<boolean> {
    window.clearTimeout(timer);
    const question = asked();
    const key = JSON.stringify(question);
    if (!isForced && key === checked) return true;
    running?.abort();
    const mine = (running = new AbortController());
    state.value = 'checking';
    try {
      const answer = await checkApi.article(site, question, mine.signal);
      if (mine !== running) return true;
      checked = key;
      hits.value = answer.hits;
      pending.value = answer.pending;
      state.value = 'idle';
      if (answer.pending.length > 0) plan(AGAIN_MS, true);
      return true;
    } catch (error) {
      if (mine !== running || (error instanceof DOMException && error.name === 'AbortError')) return false;
      state.value = 'away';
      // A refusal would be the same again; a service that is away may come back.
      if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) plan(AGAIN_MS, false);
      return false;
    }
  }

  function plan(wait: number, isForced = false): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void checkNow(isForced), wait);
  }

  watch(text, () => plan(PAUSE_MS), { deep: true });
  onScopeDispose(() => {
    window.clearTimeout(timer);
    running?.abort();
  });

  const blocking = computed(() => hits.value.filter(keepsBack));
  return { hits, pending, state, blocking, checkNow };
}
