const NAME = 'zhanqun';
const STORE = 'drafts';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(new Error('no storage', { cause: asked.error }));
    asked.onblocked = () => reject(new Error('storage is blocked'));
  });
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const change = database.transaction(STORE, mode);
      const asked = work(change.objectStore(STORE));
      change.oncomplete = () => resolve(asked.result);
      change.onabort = change.onerror = () => reject(new Error('storage refused', { cause: change.error }));
    });
  } finally {
    database.close();
  }
}

/** Long texts kept in this browser; a full or forbidden storage is no reason to fail. */
export const bigRemember = (key: string, value: unknown): Promise<boolean> =>
  run('readwrite', (store) => store.put(value, key)).then(
    () => true,
    () => false,
  );

export const bigRecall = <T>(key: string): Promise<T | undefined> =>
  run<unknown>('readonly', (store) => store.get(key)).then(
    (value) => value as T | undefined,
    () => undefined,
  );

export const bigForget = (key: string): Promise<void> =>
  run<undefined>('readwrite', (store) => store.delete(key)).catch(() => undefined);
