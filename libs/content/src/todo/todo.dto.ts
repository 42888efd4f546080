import type { SiteTodo } from './todo.service';

export class TodoSiteView {
  key: string;
  name: string;
}

export class TodoView {
  kind:
    | 'review'
    | 'sentBack'
    | 'delivery'
    | 'sourceChange'
    | 'coKeeping'
    | 'rectification'
    | 'completingReview'
    | 'topic'
    | 'channelChange'
    | 'policyLink'
    | 'check'
    | 'siteMarks';
  site: TodoSiteView;
  subjectId: number;
  title: string;
  note: string;
  since: Date;
  dueOn: string | null;
  workingDaysLeft: number | null;
}

export class TodoListView {
  items: TodoView[];
  total: number;
}

export class TodoCountView {
  count: number;
}

export function toTodoListView(todos: readonly SiteTodo[]): TodoListView {
  const items = todos.map(({ site: { key, name }, ...todo }) => ({ ...todo, site: { key, name } }));
  return { items, total: items.length };
}
