import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type TermView = Schemas['TermView'];
export type AddTermDto = Schemas['AddTermDto'];
export type EditTermDto = Schemas['EditTermDto'];
export type StandOnTermDto = Schemas['StandOnTermDto'];
export type ImportedTermsView = Schemas['ImportedTermsView'];
export type RuleView = Schemas['RuleView'];
export type RuleLevel = Schemas['SetRuleDto']['level'];
export type CheckFindingView = Schemas['CheckFindingView'];
export type CheckRunView = Schemas['CheckRunView'];

/** Without a site: the lists of the whole platform. */
const at = (site: string, path: string): string => (site ? sitePath(site, path) : path);

export const checkListsApi = {
  terms: (site: string, query: Query) => api.get<Page<TermView>>(at(site, '/check-terms'), query),
  add: (site: string, term: AddTermDto) => api.post<TermView>(at(site, '/check-terms'), term),
  edit: (site: string, id: number, term: EditTermDto) =>
    api.patch<void>(at(site, `/check-terms/${id}`), term),
  remove: (site: string, id: number) => api.remove(at(site, `/check-terms/${id}`)),
  stand: (site: string, stance: StandOnTermDto) => api.put<TermView>(at(site, '/check-terms/stance'), stance),
  import: (site: string, file: File, isDryRun: boolean) => {
    const form = new FormData();
    form.append('file', file);
    const query = { dryRun: isDryRun };
    return api.post<ImportedTermsView>(at(site, '/check-terms/import'), form, { query });
  },
  exportAddress: (site: string, which: 'own' | 'all') =>
    `/api${at(site, `/check-terms/export?which=${which}`)}`,
  rules: (site: string) => api.get<RuleView[]>(at(site, '/check-rules')),
  setRule: (site: string, code: string, level: RuleLevel, isLocked: boolean) =>
    api.put<void>(at(site, `/check-rules/${code}`), { level, isLocked }),
  clearRule: (site: string, code: string) => api.remove(at(site, `/check-rules/${code}`)),
  findings: (site: string, query: Query) =>
    api.get<Page<CheckFindingView>>(sitePath(site, '/check-findings'), query),
  settle: (site: string, ids: number[], state: 'open' | 'handled' | 'ignored', reason = '') =>
    api.post<void>(sitePath(site, '/check-findings/settle'), { ids, state, reason }),
  runs: (site: string) => api.get<Page<CheckRunView>>(sitePath(site, '/check-runs'), { pageSize: 1 }),
  startRun: (site: string) => api.post<CheckRunView>(sitePath(site, '/check-runs')),
};
