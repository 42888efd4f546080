import type { AssetRef } from './articles';
import { api, sitePath } from './http';

export const assetsApi = {
  upload: (site: string, file: File, facts: { kind: 'image' | 'attachment'; alt?: string }) => {
    const form = new FormData();
    form.set('kind', facts.kind);
    if (facts.alt) form.set('alt', facts.alt);
    form.set('file', file, file.name);
    return api.post<AssetRef>(sitePath(site, '/assets'), form);
  },
};
