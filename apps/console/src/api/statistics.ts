import { api, sitePath } from './http';
import type { Schemas } from './views';

export type WorkReportView = Schemas['WorkReportView'];
export type WorkLineView = Schemas['WorkLineView'];
export type WorkAmounts = Schemas['WorkAmountsView'];
export type VisitOverviewView = Schemas['VisitOverviewView'];
export type VisitPointView = Schemas['VisitPointView'];
export type ChannelVisitsView = Schemas['ChannelVisitsView'];
export type ArticleVisitsView = Schemas['ArticleVisitsView'];
export type SiteVisitsView = Schemas['SiteVisitsView'];
export type CalendarEntryView = Schemas['CalendarEntryView'];

export interface WorkQuestion {
  from: string;
  to: string;
  by: string;
  scope: string;
}

export interface VisitDays {
  from: string;
  to: string;
}

const visitPath = (site: string, rest = ''): string => sitePath(site, `/statistics/visits${rest}`);

export const visitApi = {
  overview: (site: string, question: VisitDays & { scope: string; unit: string }) =>
    api.get<VisitOverviewView>(visitPath(site), { ...question }),
  channels: (site: string, question: VisitDays & { page: number; pageSize: number }) =>
    api.get<Schemas['ChannelVisitsPageView']>(visitPath(site, '/channels'), { ...question }),
  articles: (site: string, question: VisitDays & { q: string; page: number; pageSize: number }) =>
    api.get<Schemas['ArticleVisitsPageView']>(visitPath(site, '/articles'), { ...question }),
  sites: (site: string, question: VisitDays & { page: number; pageSize: number }) =>
    api.get<Schemas['SiteVisitsPageView']>(visitPath(site, '/sites'), { ...question }),
  /** Address of the file: the browser saves it. */
  file: (
    site: string,
    question: VisitDays & { table: string; format: string; scope: string; unit: string },
  ) => `/api${visitPath(site, '/export')}?${new URLSearchParams({ ...question })}`,
};

export const statisticsApi = {
  work: (site: string, question: WorkQuestion) =>
    api.get<WorkReportView>(sitePath(site, '/statistics/work'), { ...question }),
  mine: (site: string, from: string, to: string) =>
    api.get<WorkReportView>(sitePath(site, '/statistics/mine'), { from, to }),
  /** Address of the Excel file: the browser saves it. */
  workFile: (site: string, question: WorkQuestion) =>
    `/api${sitePath(site, '/statistics/work/export')}?${new URLSearchParams({ ...question })}`,
  calendar: (site: string, from: string, to: string) =>
    api.get<Schemas['CalendarView']>(sitePath(site, '/calendar'), { from, to }),
};
