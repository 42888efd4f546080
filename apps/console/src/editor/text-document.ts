import { getSchema } from '@tiptap/core';
import { DOMParser as TextParser, DOMSerializer, type Node, type Schema } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/core';
import { textExtensions } from './extensions';

/** A text as the editor reads it. */
export function readText(schema: Schema, html: string): Node {
  const holder = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body;
  return TextParser.fromSchema(schema).parse(holder);
}

export function writeText(document: Node): string {
  const holder = window.document.createElement('div');
  holder.append(DOMSerializer.fromSchema(document.type.schema).serializeFragment(document.content));
  return holder.innerHTML;
}

/** Through the editor's form and back, for whoever wants to know that nothing changes. */
export const throughEditor = (html: string): string => writeText(readText(getSchema(textExtensions()), html));

const isIdle = (node: Node | null | undefined): boolean =>
  node?.type.name === 'paragraph' && node.childCount === 0;

/** Without the empty lines at the end, which an editor adds so that one can go on below a table. */
function endOf(document: Node): number {
  let end = document.content.size;
  for (let at = document.childCount - 1; at > 0 && isIdle(document.child(at)); at -= 1)
    end -= document.child(at).nodeSize;
  return end;
}

const meaning = (document: Node): string =>
  JSON.stringify(document.cut(0, endOf(document))).replace(/\s+/g, '');

/**
 * Brings the server's form of a text into an open editor, changing only where it differs. The history of
 * undoing and the cursor stay; blanks being typed are left alone.
 */
export function settle(editor: Editor, html: string): void {
  const now = editor.state.doc;
  const next = readText(editor.schema, html);
  if (meaning(now) === meaning(next)) return;
  const start = now.content.findDiffStart(next.content);
  const end = now.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const slice = next.slice(start, end.b + overlap);
  const change = editor.state.tr
    .replace(start, end.a + overlap, slice)
    .setMeta('addToHistory', false)
    .setMeta('preventUpdate', true);
  editor.view.dispatch(change);
}
