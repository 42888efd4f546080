import { api } from './http';
import type { Schemas } from './views';

export type TodoView = Schemas['TodoView'];
export type TodoKind = TodoView['kind'];

export const todosApi = {
  mine: () => api.get<Schemas['TodoListView']>('/todos'),
  count: () => api.get<Schemas['TodoCountView']>('/todos/count'),
};
