import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { articlesApi, type ArticleDetail, type ArticleText } from '@/api/articles';
import { editingApi } from '@/api/editing';
import { ApiError, messageOf } from '@/api/http';
import { refused } from '@/parts/notices';
import { emptyText, sameText, textOf } from './article-text';
import { useAutosave, type Autosave } from './use-autosave';

const VERSION_STALE = 'content.article.versionStale';

/** Text that was not saved, found when an article is opened. */
export interface FoundText {
  text: ArticleText;
  /** Version it was begun from; null for a new article. */
  version: number | null;
  keptAt: string;
  from: 'browser' | 'server';
}

export interface ArticleDraft {
  article: ShallowRef<ArticleDetail | null>;
  text: Ref<ArticleText>;
  /** As the server has it. */
  saved: ShallowRef<ArticleText>;
  isDirty: ComputedRef<boolean>;
  isBusy: Ref<boolean>;
  loadError: Ref<string>;
  savedAt: Ref<string | null>;
  autosave: Autosave;
  /** A refused save: somebody else saved in between. */
  conflict: ShallowRef<ApiError | null>;
  found: ShallowRef<FoundText | undefined>;
  load: () => Promise<void>;
  save: () => Promise<ArticleDetail | null>;
  take: (article: ArticleDetail) => void;
  /** Goes on from what somebody else saved, with these words. */
  goOnFrom: (theirs: ArticleDetail, words: ArticleText) => void;
  restoreFound: () => void;
  dropFound: () => void;
}

/** Makes a draft that is sent twice one draft. */
export function newDraftKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** One article being written: server copy, working text, and the copies kept while it is not saved. */
export function useArticleDraft(accountId: number, site: string, id: number | null): ArticleDraft {
  const article = shallowRef<ArticleDetail | null>(null);
  const text = ref<ArticleText>(emptyText());
  const saved = shallowRef<ArticleText>(emptyText());
  const isBusy = ref(false);
  const loadError = ref('');
  const savedAt = ref<string | null>(null);
  const conflict = shallowRef<ApiError | null>(null);
  const found = shallowRef<FoundText>();
  const draftKey = newDraftKey();

  const isDirty = computed(() => !sameText(text.value, saved.value));
  const autosave = useAutosave({ accountId, site, id, article, text, isDirty, isBusy, begin });

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
    found.value = await newest();
  }

  /** The newest of the copies that hold what the server's draft does not. */
  async function newest(): Promise<FoundText | undefined> {
    const local = await autosave.local().read();
    const candidates: FoundText[] = local ? [{ ...local, from: 'browser' }] : [];
    if (article.value?.openState === 'draft') {
      const offered = await editingApi.copy(site, article.value.id).catch(() => null);
      const copy = offered?.isNewer ? offered.copy : null;
      if (copy)
        candidates.push({
          text: { ...emptyText(), ...(copy.text as Partial<ArticleText>) },
          version: copy.baseVersion,
          keptAt: copy.savedAt,
          from: 'server',
        });
    }
    const other = candidates.filter((each) => !sameText(each.text, saved.value));
    if (local && other.every(({ from }) => from !== 'browser')) autosave.local().drop();
    return other.sort((a, b) => b.keptAt.localeCompare(a.keptAt))[0];
  }

  async function save(): Promise<ArticleDetail | null> {
    if (isBusy.value) return null;
    isBusy.value = true;
    autosave.keep();
    try {
      const current = article.value;
      const sent = JSON.stringify(text.value);
      const next = current
        ? await articlesApi.save(site, current.id, current.version, text.value)
        : await articlesApi.create(site, text.value, draftKey);
      autosave.settled(next.id);
      const typedMeanwhile = JSON.stringify(text.value) === sent ? null : text.value;
      take(next);
      if (typedMeanwhile) text.value = typedMeanwhile;
      savedAt.value = new Date().toISOString();
      return next;
    } catch (error) {
      if (error instanceof ApiError && error.code === VERSION_STALE) conflict.value = error;
      else refused(messageOf(error));
      return null;
    } finally {
      isBusy.value = false;
    }
  }

  /** Once there are a title, a column and a source; until then, and while it is refused, this browser keeps it. */
  async function begin(): Promise<void> {
    const { channelId, title, source } = text.value;
    if (channelId === null || title.trim() === '' || source.trim() === '') return;
    isBusy.value = true;
    try {
      const sent = JSON.stringify(text.value);
      const next = await articlesApi.create(site, JSON.parse(sent) as ArticleText, draftKey);
      autosave.settled(next.id);
      article.value = next;
      saved.value = textOf(next);
      if (JSON.stringify(text.value) === sent) text.value = textOf(next);
      savedAt.value = new Date().toISOString();
    } catch {
      return;
    } finally {
      isBusy.value = false;
    }
  }

  function goOnFrom(theirs: ArticleDetail, words: ArticleText): void {
    article.value = theirs;
    saved.value = textOf(theirs);
    text.value = words;
    conflict.value = null;
  }

  function restoreFound(): void {
    if (found.value) text.value = { ...emptyText(), ...found.value.text };
    found.value = undefined;
  }

  function dropFound(): void {
    autosave.local().drop();
    if (found.value?.from === 'server' && article.value)
      void editingApi.dropCopy(site, article.value.id).catch(() => undefined);
    found.value = undefined;
  }

  return {
    article,
    text,
    saved,
    isDirty,
    isBusy,
    loadError,
    savedAt,
    autosave,
    conflict,
    found,
    load,
    save,
    take,
    goOnFrom,
    restoreFound,
    dropFound,
  };
}
