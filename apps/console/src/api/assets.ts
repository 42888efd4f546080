import { api, sitePath } from './http';
import type { Schemas } from './views';

export type AssetView = Schemas['AssetView'];

export const assetsApi = {
  /** The form's words stand before the file, which the server reads as a stream. */
  upload: (site: string, file: File, alt?: string) => {
    const form = new FormData();
    if (alt) form.set('alt', alt);
    form.set('file', file, file.name);
    return api.post<AssetView>(sitePath(site, '/assets'), form);
  },
};
