import { ref, type ComputedRef, type Ref } from 'vue';
import { assetsApi, type AssetFolder, type AssetSpace, type AssetView, type TagCount } from '@/api/assets';
import type { Page } from '@/api/http';
import { useListQuery, type ListQuery } from '@/parts/use-list-query';
import { useLoad, type Load } from '@/parts/use-load';
import { SIZE_RANGES } from './asset-words';

const FILTERS = {
  q: '',
  kind: '',
  tag: '',
  size: '',
  use: '',
  from: '',
  until: '',
};
/** Which files, and in which order. */
const VIEW = { folder: '', order: '', state: '' };
export type LibraryQuery = ListQuery<typeof FILTERS & typeof VIEW>;

export interface Library {
  query: ComputedRef<LibraryQuery>;
  set: (change: Partial<LibraryQuery>) => void;
  reset: () => void;
  isFiltered: ComputedRef<boolean>;
  list: Load<Page<AssetView>>;
  folders: Load<AssetFolder[]>;
  tags: Load<TagCount[]>;
  space: Load<AssetSpace>;
  chosen: Ref<Set<number>>;
  toggle: (id: number, isOn?: boolean) => void;
  /** After something changed: all that may look different now. */
  refresh: () => Promise<void>;
}

/** The library of a site as its page shows it; filters live in the address. */
export function useLibrary(site: ComputedRef<string>): Library {
  const { query, set, isFiltered, reset } = useListQuery(FILTERS, VIEW);
  const chosen = ref(new Set<number>());

  const list = useLoad(() => {
    const { q, kind, tag, folder, size, use, from, until, order, state, page, pageSize } = query.value;
    // What the sites above share is another list.
    if (state === 'shared') return Promise.resolve({ items: [], total: 0, page: 1, pageSize });
    const range = SIZE_RANGES.find(({ value }) => value === size);
    return assetsApi.list(site.value, {
      q,
      kind: kind as AssetView['kind'] | '',
      tag,
      folderId: folder,
      minBytes: range?.min ?? '',
      maxBytes: range?.max ?? '',
      from,
      until,
      unused: use === '' ? '' : use === 'unused',
      sort: order,
      state: state as AssetView['state'] | '',
      page,
      pageSize,
    });
  }, [query, site]);
  const folders = useLoad(() => assetsApi.folders(site.value), site);
  const tags = useLoad(() => assetsApi.tags(site.value), site);
  const space = useLoad(() => assetsApi.space(site.value), site);

  function toggle(id: number, isOn = !chosen.value.has(id)): void {
    const next = new Set(chosen.value);
    if (isOn) next.add(id);
    else next.delete(id);
    chosen.value = next;
  }

  return {
    query,
    set(change) {
      chosen.value = new Set();
      set(change);
    },
    reset,
    isFiltered,
    list,
    folders,
    tags,
    space,
    chosen,
    toggle,
    refresh: async () => {
      await Promise.all([list.reload(), tags.reload(), space.reload()]);
    },
  };
}
