import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { editingApi, type Present } from '@/api/editing';

export interface Presence {
  others: ShallowRef<readonly Present[]>;
  /** Chosen: reading only, while somebody else writes. */
  isYielding: Ref<boolean>;
  begin: () => void;
}

const BEAT_MS = 10_000;

/** 在场: tells the server every ten seconds who has the article open, and learns who else has. */
export function usePresence(site: string, id: () => number | null, isEditable: () => boolean): Presence {
  const others = shallowRef<readonly Present[]>([]);
  const isYielding = ref(false);
  let timer = 0;

  async function beat(): Promise<void> {
    window.clearTimeout(timer);
    const current = id();
    if (current !== null && document.visibilityState === 'visible') {
      const answer = await editingApi
        .beat(site, current, isEditable() && !isYielding.value)
        .catch(() => null);
      if (answer) others.value = answer.others;
    }
    timer = window.setTimeout(() => void beat(), BEAT_MS);
  }

  onScopeDispose(() => window.clearTimeout(timer));
  return { others, isYielding, begin: () => void beat() };
}
