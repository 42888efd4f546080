import { api, sitePath } from './http';
import type { Schemas } from './views';

export type KindView = Schemas['ArticleKindView'];
export type KindField = Schemas['KindFieldView'];
/** Values by the keys of the declared fields; files and articles as the API describes them. */
export type Facts = Record<string, unknown>;
export type IndexNumberRule = Schemas['IndexNumberRuleView'];
export type IndexNumberPreview = Schemas['IndexNumberPreviewView'];

export const kindsApi = {
  list: () => api.get<KindView[]>('/article-kinds'),
};

export const indexNumberApi = {
  rule: (site: string) => api.get<IndexNumberRule>(sitePath(site, '/index-number')),
  preview: (site: string, template: string) =>
    api.post<IndexNumberPreview>(sitePath(site, '/index-number/preview'), { template }),
};
