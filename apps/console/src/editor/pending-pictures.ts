import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** Stands where a picture will be once it is in the library. */
const BLANK = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
let last = 0;

export const pendingSrc = (): string => `${BLANK}#${(last += 1)}`;
export const isPending = (src: unknown): boolean => typeof src === 'string' && src.startsWith(BLANK);

const isPicture = (node: Node): boolean => node.type.name === 'image' || node.type.name === 'inlineImage';

function placeOf(document: Node, src: string): number | null {
  let found: number | null = null;
  document.descendants((node, at) => {
    if (found === null && isPicture(node) && node.attrs['src'] === src) found = at;
    return found === null;
  });
  return found;
}

/** The picture has arrived: it takes its place without becoming a step to undo. */
export function settlePicture(editor: Editor, pending: string, src: string, alt: string): void {
  const at = placeOf(editor.state.doc, pending);
  const node = at === null ? null : editor.state.doc.nodeAt(at);
  if (at === null || !node) return;
  const attrs = { ...node.attrs, src, alt: node.attrs['alt'] || alt };
  editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, attrs).setMeta('addToHistory', false));
}

/** It did not come: words say so where it should stand, or nothing does. */
export function giveUpPicture(editor: Editor, pending: string, words: string): void {
  const at = placeOf(editor.state.doc, pending);
  if (at === null) return;
  const { tr, doc, schema } = editor.state;
  const node = doc.nodeAt(at);
  const parent = doc.resolve(at).parent;
  const text = words ? [schema.text(words)] : [];
  if (node?.type.name === 'inlineImage') tr.replaceWith(at, at + 1, text);
  else {
    const isFigure = parent.type.name === 'figure';
    const from = isFigure ? at - 1 : at;
    const to = isFigure ? from + parent.nodeSize : at + 1;
    tr.replaceWith(from, to, schema.nodes['paragraph']?.create(null, text) ?? []);
  }
  editor.view.dispatch(tr.setMeta('addToHistory', false));
}

export interface ShownPicture {
  at: number;
  src: string;
  alt: string;
}

/** Every picture of a text that is there already. */
export function picturesOf(document: Node): ShownPicture[] {
  const found: ShownPicture[] = [];
  document.descendants((node, at) => {
    if (isPicture(node) && !isPending(node.attrs['src']))
      found.push({ at, src: String(node.attrs['src'] ?? ''), alt: String(node.attrs['alt'] ?? '') });
  });
  return found;
}
