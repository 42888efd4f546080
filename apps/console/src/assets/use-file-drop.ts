import { ref, type Ref } from 'vue';
import { assetsApi } from '@/api/assets';
import { useAct } from '@/parts/act';
import { said } from '@/parts/notices';

/** What a picture of the library carries while it is dragged: the ids of the files that go along. */
export const CARRIED = 'application/x-zhanqun-assets';

interface FileDrop {
  /** Something is held over the list. */
  isOver: Ref<boolean>;
  pick: (event: Event) => void;
  drop: (event: DragEvent) => void;
  dropInto: (folderId: number | null, event: DragEvent) => Promise<void>;
}

/** Files on their way in, from the chooser or by dragging, and files of the library dragged into a folder. */
export function useFileDrop(
  site: () => string,
  library: {
    folderId: () => number | null;
    add: (files: readonly File[], to: { folderId: number | null }) => void;
    refresh: () => Promise<void>;
  },
): FileDrop {
  const isOver = ref(false);
  const { act } = useAct();

  function take(files: FileList | null | undefined, folderId = library.folderId()): boolean {
    if (!files || files.length === 0) return false;
    library.add([...files], { folderId });
    return true;
  }

  return {
    isOver,
    pick(event) {
      const input = event.target as HTMLInputElement;
      take(input.files);
      input.value = '';
    },
    drop(event) {
      isOver.value = false;
      take(event.dataTransfer?.files);
    },
    async dropInto(folderId, event) {
      if (take(event.dataTransfer?.files, folderId)) return;
      const carried = event.dataTransfer?.getData(CARRIED);
      if (!carried) return;
      await act(async () => {
        const { done } = await assetsApi.move(site(), JSON.parse(carried) as number[], folderId);
        said(`已移动 ${done} 个素材`);
        await library.refresh();
      });
    },
  };
}
