import { ref, type Ref } from 'vue';
import { faultsOf } from '@/api/http';

/** Sends a form once at a time: what is missing is said before, what the server finds afterwards. */
export function useForm(): {
  errors: Ref<string[]>;
  isBusy: Ref<boolean>;
  send: (missing: readonly (string | false)[], work: () => Promise<unknown>) => Promise<void>;
} {
  const errors = ref<string[]>([]);
  const isBusy = ref(false);
  async function send(missing: readonly (string | false)[], work: () => Promise<unknown>): Promise<void> {
    if (isBusy.value) return;
    errors.value = missing.filter((each) => each !== false);
    if (errors.value.length > 0) return;
    isBusy.value = true;
    try {
      await work();
    } catch (reason) {
      errors.value = faultsOf(reason);
    } finally {
      isBusy.value = false;
    }
  }
  return { errors, isBusy, send };
}
