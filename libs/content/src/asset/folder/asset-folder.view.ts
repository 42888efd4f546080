import type { AssetFolder } from './asset-folder.entity';

export class AssetFolderView {
  id: number;
  name: string;
  /** 0 at the top. */
  parentId: number;
}

export const toAssetFolderView = ({ id, name, parentId }: AssetFolder): AssetFolderView => ({
  id,
  name,
  parentId,
});
