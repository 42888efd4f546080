import { api, ApiError, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type ImportRunView = Schemas['ImportRunView'];
export type ImportDetailView = Schemas['ImportDetailView'];
export type ImportItemView = Schemas['ImportItemView'];
export type ImportPreviewView = Schemas['ImportPreviewView'];
export type StartImport = Schemas['StartImportDto'];
export type ImportSource = ImportRunView['source'];
export type OldAddressView = Schemas['OldAddressView'];
export type AddressListView = Schemas['AddressListView'];
export type SiteExportView = Schemas['SiteExportView'];

const runPath = (site: string, id: number, rest = ''): string => sitePath(site, `/imports/${id}${rest}`);

export const importsApi = {
  list: (site: string, query: Query) => api.get<Page<ImportRunView>>(sitePath(site, '/imports'), query),
  get: (site: string, id: number) => api.get<ImportDetailView>(runPath(site, id)),
  read: (site: string, id: number, body: Schemas['ReadImportDto']) =>
    api.post<ImportDetailView>(runPath(site, id, '/read'), body),
  start: (site: string, id: number, body: StartImport) =>
    api.post<ImportDetailView>(runPath(site, id, '/start'), body),
  move: (site: string, id: number, move: 'pause' | 'resume' | 'cancel') =>
    api.post<ImportDetailView>(runPath(site, id, `/${move}`)),
  items: (site: string, id: number, query: Query) =>
    api.get<Page<ImportItemView>>(runPath(site, id, '/items'), query),
  reportUrl: (site: string, id: number): string => `/api${runPath(site, id, '/report')}`,

  /** A former site may be large: the form is sent with its progress. */
  upload: (
    site: string,
    source: ImportSource,
    file: File,
    onProgress: (share: number) => void,
  ): Promise<ImportDetailView> =>
    new Promise((resolve, reject) => {
      const form = new FormData();
      form.set('file', file, file.name);
      const request = new XMLHttpRequest();
      request.open('POST', `/api${sitePath(site, `/imports?source=${source}`)}`);
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
      request.onload = () => {
        if (request.status < 300) resolve(request.response as ImportDetailView);
        else reject(refusal(request.status, request.response as { message?: string } | null));
      };
      request.onerror = () => reject(refusal(0, { message: '上传中断，请检查网络后重新上传' }));
      request.send(form);
    }),
};

export const oldAddressesApi = {
  list: (site: string, query: Query) =>
    api.get<Page<OldAddressView>>(sitePath(site, '/old-addresses'), query),
  add: (site: string, body: Schemas['AddOldAddressDto']) =>
    api.post<OldAddressView>(sitePath(site, '/old-addresses'), body),
  remove: (site: string, id: number) => api.remove(sitePath(site, `/old-addresses/${id}`)),
  listUrl: (site: string): string => `/api${sitePath(site, '/old-addresses/list')}`,
  takeList: (site: string, file: File) => {
    const form = new FormData();
    form.set('file', file, file.name);
    return api.post<AddressListView>(sitePath(site, '/old-addresses/list'), form);
  },
};

export const siteExportsApi = {
  list: (site: string, query: Query) => api.get<Page<SiteExportView>>(sitePath(site, '/exports'), query),
  begin: (site: string) => api.post<SiteExportView>(sitePath(site, '/exports')),
  fileUrl: (site: string, id: number): string => `/api${sitePath(site, `/exports/${id}/file`)}`,
};

function refusal(status: number, answer: { message?: string } | null): ApiError {
  const message = answer?.message ?? '文件没有被接受，请稍后重试';
  return new ApiError(status, {
    code: 'console.upload.failed',
    message,
    details: {},
    traceId: '',
    ...answer,
  });
}
