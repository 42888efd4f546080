import { ref, type Ref } from 'vue';
import { messageOf } from '@/api/http';
import { refused } from './notices';

/** Runs one action at a time (a double click does nothing) and shows why it was refused. */
export function useAct(): {
  isBusy: Ref<boolean>;
  act: <T>(work: () => Promise<T>) => Promise<T | undefined>;
} {
  const isBusy = ref(false);
  async function act<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (isBusy.value) return undefined;
    isBusy.value = true;
    try {
      return await work();
    } catch (error) {
      refused(messageOf(error));
      return undefined;
    } finally {
      isBusy.value = false;
    }
  }
  return { isBusy, act };
}
