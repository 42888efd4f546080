import { defineStore } from 'pinia';
import { ref } from 'vue';
import { noticesApi } from '@/api/notices';

const EVERY_MS = 60_000;

/** Unread notices, beside the bell; read every minute while the page is looked at. */
export const useNoticeCount = defineStore('notice-count', () => {
  const unread = ref(0);
  let timer = 0;

  async function read(): Promise<void> {
    try {
      unread.value = (await noticesApi.count()).unread;
    } catch {
      return;
    }
  }

  function start(): void {
    window.clearInterval(timer);
    timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') void read();
    }, EVERY_MS);
    void read();
  }

  return { unread, read, start, stop: () => window.clearInterval(timer) };
});
