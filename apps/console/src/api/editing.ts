import { api, sitePath } from './http';
import type { Schemas } from './views';

export type OfferedCopy = Schemas['OfferedCopyView'];
export type Present = Schemas['PresentView'];
export type ConvertedDocument = Schemas['ConvertedDocumentView'];
export type AssetView = Schemas['AssetView'];

const article = (site: string, id: number, rest: string): string => sitePath(site, `/articles/${id}${rest}`);

/** Nobody asked for it, so it opens no dialog when the session has ended. */
const IN_BACKGROUND = { isSignIn: true };

/** What the editor asks while somebody writes. */
export const editingApi = {
  keepCopy: (site: string, id: number, baseVersion: number, text: unknown) =>
    api.put<Schemas['KeptView']>(article(site, id, '/working-copy'), { baseVersion, text }),
  copy: (site: string, id: number) => api.get<OfferedCopy>(article(site, id, '/working-copy')),
  dropCopy: (site: string, id: number) => api.remove(article(site, id, '/working-copy')),
  beat: (site: string, id: number, isEditing: boolean) =>
    api.post<Schemas['PresenceView']>(article(site, id, '/presence'), { isEditing }, IN_BACKGROUND),
  convert: (site: string, file: File) => {
    const form = new FormData();
    form.set('file', file, file.name);
    return api.post<ConvertedDocument>(sitePath(site, '/documents/convert'), form);
  },
  /** A picture of another site, taken into the own library by the server. */
  takePicture: (site: string, address: string) =>
    api.post<AssetView>(sitePath(site, '/documents/pictures'), { address }),
};

export type CheckHit = Schemas['CheckHitView'];
export type CheckField = CheckHit['field'];
export type Severity = CheckHit['severity'];
export type Checked = Schemas['CheckView'];
export type CheckedArticle = Schemas['CheckArticleDto'];

export const checkApi = {
  article: (site: string, text: CheckedArticle, signal: AbortSignal) =>
    api.post<Checked>(sitePath(site, '/check'), text, { ...IN_BACKGROUND, signal }),
  dismiss: (site: string, id: number, key: string, reason: string) =>
    api.post<Checked>(article(site, id, '/check/dismissals'), { key, reason }),
  restore: (site: string, id: number, key: string) =>
    api.remove(article(site, id, `/check/dismissals/${encodeURIComponent(key)}`)),
};
