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
import { articlesApi, type ArticleDetail, type ArticleText } from '@/api/articles';
import { ApiError, messageOf } from '@/api/http';
import { refused } from '@/parts/notices';
import { emptyText, sameText, textOf } from './article-text';
import { localDraft, type LocalDraft } from './local-draft';

const VERSION_STALE = 'content.article.versionStale';

export interface ArticleDraft {
  article: ShallowRef<ArticleDetail | null>;
  text: Ref<ArticleText>;
  isDirty: ComputedRef<boolean>;
  isBusy: Ref<boolean>;
  loadError: Ref<string>;
  savedAt: Ref<string | null>;
  keptAt: Ref<string | null>;
  /** A refused save: somebody else saved in between. */
  conflict: ShallowRef<ApiError | null>;
  /** Unsaved text found in this browser. */
  found: ShallowRef<LocalDraft | undefined>;
  load: () => Promise<void>;
  save: () => Promise<ArticleDetail | null>;
  take: (article: ArticleDetail) => void;
  restoreFound: () => void;
  dropFound: () => void;
}

/** Makes a draft that is sent twice one draft. */
function newDraftKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** One article being written: server copy, working text, and the copy kept in this browser. */
export function useArticleDraft(accountId: number, site: string, id: number | null): ArticleDraft {
  const article = shallowRef<ArticleDetail | null>(null);
  const text = ref<ArticleText>(emptyText());
  const saved = shallowRef<ArticleText>(emptyText());
  const isBusy = ref(false);
  const loadError = ref('');
  const savedAt = ref<string | null>(null);
  const keptAt = ref<string | null>(null);
  const conflict = shallowRef<ApiError | null>(null);
  const found = shallowRef<LocalDraft>();
  let kept = localDraft(accountId, site, id ?? 'new');
  const draftKey = newDraftKey();
  let timer = 0;

  const isDirty = computed(() => !sameText(text.value, saved.value));

  function take(next: ArticleDetail): void {
    article.value = next;
    text.value = textOf(next);
    saved.value = textOf(next);
  }

  async function load(): Promise<void> {
    loadError.value = '';
    try {
      if (id !== null) take(await articlesApi.get(site, id));
    } catch (error) {
      loadError.value = messageOf(error);
      return;
    }
    const draft = kept.read();
    if (draft && !sameText(draft.text, saved.value)) found.value = draft;
    else kept.drop();
  }

  function keep(): void {
    if (!isDirty.value) return;
    if (kept.keep(text.value, article.value?.version ?? null)) keptAt.value = new Date().toISOString();
  }

  watch(
    text,
    () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(keep, 800);
    },
    { deep: true },
  );

  async function save(): Promise<ArticleDetail | null> {
    if (isBusy.value) return null;
    isBusy.value = true;
    keep();
    try {
      const current = article.value;
      const sent = JSON.stringify(text.value);
      const next = current
        ? await articlesApi.save(site, current.id, current.version, text.value)
        : await articlesApi.create(site, text.value, draftKey);
      kept.drop();
      if (!current) kept = localDraft(accountId, site, next.id);
      const typedMeanwhile = JSON.stringify(text.value) === sent ? null : text.value;
      take(next);
      if (typedMeanwhile) text.value = typedMeanwhile;
      savedAt.value = new Date().toISOString();
      keptAt.value = null;
      return next;
    } catch (error) {
      if (error instanceof ApiError && error.code === VERSION_STALE) conflict.value = error;
      else refused(messageOf(error));
      return null;
    } finally {
      isBusy.value = false;
    }
  }

  function restoreFound(): void {
    if (found.value) text.value = { ...emptyText(), ...found.value.text };
    found.value = undefined;
  }

  function dropFound(): void {
    kept.drop();
    found.value = undefined;
  }

  onScopeDispose(() => {
    window.clearTimeout(timer);
    keep();
  });

  return {
    article,
    text,
    isDirty,
    isBusy,
    loadError,
    savedAt,
    keptAt,
    conflict,
    found,
    load,
    save,
    take,
    restoreFound,
    dropFound,
  };
}
