import type { Editor } from '@tiptap/core';
import { getSearchState, SearchQuery, setSearchState } from 'prosemirror-search';

/** A query for exactly these characters. */
export const queryFor = (search: string, replace: string, caseSensitive: boolean): SearchQuery =>
  new SearchQuery({ search, replace, caseSensitive, literal: true });

export function setQuery(editor: Editor, query: SearchQuery): void {
  editor.view.dispatch(setSearchState(editor.state.tr, query));
}

export function clearQuery(editor: Editor): void {
  setQuery(editor, queryFor('', '', false));
}

/** How often the words occur, and which of them is selected (from 1; 0 for none). */
export function countMatches(editor: Editor): { total: number; current: number } {
  const query = getSearchState(editor.state)?.query;
  if (!query?.valid) return { total: 0, current: 0 };
  let [total, current, from] = [0, 0, 0];
  for (let found = query.findNext(editor.state, from); found; found = query.findNext(editor.state, from)) {
    total += 1;
    if (found.from === editor.state.selection.from && found.to === editor.state.selection.to) current = total;
    from = found.to;
    if (total >= 9999) break;
  }
  return { total, current };
}
