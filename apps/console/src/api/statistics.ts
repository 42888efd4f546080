import { api, sitePath } from './http';
import type { Schemas } from './views';

export type WorkReportView = Schemas['WorkReportView'];
export type WorkLineView = Schemas['WorkLineView'];
export type WorkAmounts = Schemas['WorkAmountsView'];
export type CalendarEntryView = Schemas['CalendarEntryView'];

export interface WorkQuestion {
  from: string;
  to: string;
  by: string;
  scope: string;
}

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
