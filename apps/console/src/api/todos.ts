import { api } from './http';

export type TodoKind = 'review' | 'sentBack' | 'delivery' | 'sourceChange' | 'rectification';
export interface TodoView {
  kind: TodoKind;
  site: { key: string; name: string };
  subjectId: number;
  title: string;
  note: string;
  since: string;
  dueOn: string | null;
  /** Working days until `dueOn`; negative when overdue. */
  workingDaysLeft: number | null;
}

export const todosApi = {
  mine: () => api.get<{ items: TodoView[]; total: number }>('/todos'),
  count: () => api.get<{ count: number }>('/todos/count'),
};
