import type { Editor } from '@tiptap/core';
import { shapeOfLine } from '../../../../libs/content/src/rich-text/office/official-shape';

/**
 * 公文排版：headings by their numbers, addressee flush, signature and date to the right, the rest indented.
 * Answers how many lines changed; one step to undo.
 */
export function layOut(editor: Editor): number {
  const { tr, doc, schema } = editor.state;
  const lines: { at: number; text: string }[] = [];
  doc.forEach((node, at) => {
    const isLine = node.type.name === 'paragraph' || node.type.name === 'heading';
    if (isLine && node.textContent.trim() !== '' && !holdsPicture(node))
      lines.push({ at, text: node.textContent });
  });
  let changed = 0;
  for (const [position, { at, text }] of lines.entries()) {
    const node = tr.doc.nodeAt(at);
    if (!node) continue;
    const shape = shapeOfLine(text, lines[position + 1]?.text, position);
    const level = shape?.startsWith('h') ? Number(shape.slice(1)) : 0;
    const side = shape === 'signature' || shape === 'date' ? 'right' : null;
    const isFlush = shape === 'addressee' || shape === 'appendix';
    if (level > 0 && (node.type.name !== 'heading' || node.attrs['level'] !== level)) {
      tr.setNodeMarkup(at, schema.nodes['heading'], { level, textAlign: null });
      changed += 1;
    } else if (level === 0 && node.type.name === 'paragraph') {
      const kept = shape === null && node.attrs['textAlign'] === 'center' ? 'center' : side;
      if (node.attrs['textAlign'] === kept && node.attrs['isFlush'] === isFlush) continue;
      tr.setNodeMarkup(at, undefined, { ...node.attrs, textAlign: kept, isFlush });
      changed += 1;
    }
  }
  if (changed > 0) editor.view.dispatch(tr.scrollIntoView());
  return changed;
}

type Line = Parameters<Parameters<Editor['state']['doc']['forEach']>[0]>[0];
const holdsPicture = (node: Line): boolean => {
  let holds = false;
  node.forEach((child) => {
    holds ||= child.type.name === 'inlineImage';
  });
  return holds;
};
