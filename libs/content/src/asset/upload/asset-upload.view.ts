import type { AssetUpload } from './asset-upload.entity';

export class AssetUploadView {
  /** Last part of the upload's address. */
  token: string;
  name: string;
  bytes: number;
  /** Bytes that are here already. */
  received: number;
  folderId: number | null;
  replacesId: number | null;
  createdAt: Date;
  expiresAt: Date;
}

export function toAssetUploadView(upload: AssetUpload, received: number): AssetUploadView {
  const { token, fileName: name, bytes, folderId, replacesId, createdAt, expiresAt } = upload;
  return { token, name, bytes, received, folderId, replacesId, createdAt, expiresAt };
}
