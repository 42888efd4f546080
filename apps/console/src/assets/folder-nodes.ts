import type { AssetFolder } from '@/api/assets';

export interface FolderNode extends AssetFolder {
  readonly depth: number;
  /** `2026 年 / 春耕` */
  readonly label: string;
}

/** The tree as a list in the order of reading, each with its depth. */
export function folderNodes(folders: readonly AssetFolder[], parentId = 0, above = ''): FolderNode[] {
  return folders
    .filter((folder) => folder.parentId === parentId)
    .toSorted((left, right) => left.name.localeCompare(right.name, 'zh'))
    .flatMap((folder) => {
      const label = above ? `${above} / ${folder.name}` : folder.name;
      const depth = above ? above.split(' / ').length : 0;
      return [{ ...folder, depth, label }, ...folderNodes(folders, folder.id, label)];
    });
}

/** The folder and all below it: where it cannot be moved to. */
export function within(folders: readonly AssetFolder[], id: number): Set<number> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const folder of folders) if (found.has(folder.parentId)) found.add(folder.id);
  }
  return found;
}
