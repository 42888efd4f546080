import { computed, reactive, type ComputedRef } from 'vue';
import type { AssetView } from '@/api/assets';
import { messageOf } from '@/api/http';
import { uploadFile, type UploadOptions } from './upload-file';

export type UploadState = 'waiting' | 'sending' | 'paused' | 'failed' | 'done';

export interface QueuedUpload {
  readonly id: number;
  readonly file: File;
  state: UploadState;
  sent: number;
  error: string;
  asset: AssetView | null;
}

export interface UploadQueue {
  readonly items: readonly QueuedUpload[];
  readonly isBusy: ComputedRef<boolean>;
  add: (files: readonly File[], options?: Pick<UploadOptions, 'folderId'>) => void;
  pause: (item: QueuedUpload) => void;
  /** Goes on after a pause, and once more after a failure. */
  resume: (item: QueuedUpload) => void;
  drop: (item: QueuedUpload) => void;
  clear: () => void;
}

const AT_A_TIME = 2;
let last = 0;

/** Files on their way into the library, two at a time. `done` is told of each that arrived. */
export function useUploadQueue(site: () => string, done: (asset: AssetView) => void): UploadQueue {
  const items = reactive<QueuedUpload[]>([]);
  const stops = new Map<number, AbortController>();
  const options = new Map<number, UploadOptions>();

  function start(): void {
    const free = AT_A_TIME - items.filter(({ state }) => state === 'sending').length;
    for (const item of items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free)))
      void send(item);
  }

  async function send(item: QueuedUpload): Promise<void> {
    const stop = new AbortController();
    stops.set(item.id, stop);
    item.state = 'sending';
    item.error = '';
    const progress = (sent: number): void => {
      item.sent = sent;
    };
    try {
      const asset = await uploadFile(site(), item.file, progress, {
        ...options.get(item.id),
        signal: stop.signal,
      });
      Object.assign(item, { asset, state: 'done', sent: item.file.size });
      done(asset);
    } catch (error) {
      const isStopped = error instanceof DOMException && error.name === 'AbortError';
      item.state = isStopped ? 'paused' : 'failed';
      item.error = isStopped ? '' : messageOf(error);
    } finally {
      stops.delete(item.id);
      start();
    }
  }

  return {
    items,
    isBusy: computed(() => items.some(({ state }) => state === 'sending' || state === 'waiting')),
    add(files, { folderId = null } = {}) {
      for (const file of files) {
        last += 1;
        options.set(last, { folderId });
        items.push({ id: last, file, state: 'waiting', sent: 0, error: '', asset: null });
      }
      start();
    },
    pause(item) {
      if (item.state === 'waiting') item.state = 'paused';
      stops.get(item.id)?.abort();
    },
    resume(item) {
      item.state = 'waiting';
      start();
    },
    drop(item) {
      stops.get(item.id)?.abort();
      const at = items.findIndex(({ id }) => id === item.id);
      if (at >= 0) items.splice(at, 1);
    },
    clear() {
      for (const item of items.filter(({ state }) => state === 'done'))
        items.splice(
          items.findIndex(({ id }) => id === item.id),
          1,
        );
    },
  };
}
