import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue';
import { messageOf } from '@/api/http';

export interface Load<T> {
  data: ShallowRef<T | undefined>;
  error: Ref<string>;
  isLoading: Ref<boolean>;
  reload: () => Promise<void>;
  /** Reads again without a sign of it, for what is looked at every few seconds. */
  refresh: () => Promise<void>;
}

/** Reads now and again whenever `on` changes; an answer that was overtaken is dropped. */
export function useLoad<T>(read: () => Promise<T>, on?: WatchSource | WatchSource[]): Load<T> {
  const data = shallowRef<T>();
  const error = ref('');
  const isLoading = ref(false);
  let turn = 0;

  async function take(isSeen: boolean): Promise<void> {
    const mine = ++turn;
    isLoading.value = isSeen;
    error.value = '';
    try {
      const answer = await read();
      if (mine === turn) data.value = answer;
    } catch (reason) {
      if (mine === turn) error.value = messageOf(reason);
    } finally {
      if (mine === turn) isLoading.value = false;
    }
  }

  const reload = (): Promise<void> => take(true);
  onScopeDispose(() => {
    turn++;
  });
  if (on) watch(on, () => void reload());
  void reload();
  return { data, error, isLoading, reload, refresh: () => take(false) };
}
