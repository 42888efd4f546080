import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { CheckHit } from '@/api/editing';
import { nodeRangeOf, plainTextOf, rangeOf, type Range } from './locate';

interface Marked {
  readonly key: string;
}

const marks = new PluginKey<DecorationSet>('checkMarks');

/** What the check found is underlined where it stands, and moves with the words. */
export const CheckMarks = Extension.create<{ onPick: (key: string) => void }>({
  name: 'checkMarks',
  addOptions: () => ({ onPick: () => undefined }),
  addProseMirrorPlugins() {
    const { onPick } = this.options;
    return [
      new Plugin<DecorationSet>({
        key: marks,
        state: {
          init: () => DecorationSet.empty,
          apply: (change, present) => {
            const hits = change.getMeta(marks) as readonly CheckHit[] | undefined;
            return hits ? drawn(change.doc, hits) : present.map(change.mapping, change.doc);
          },
        },
        props: {
          decorations: (state) => marks.getState(state),
          handleClick: (view, at) => {
            const [found] = marks.getState(view.state)?.find(at, at) ?? [];
            if (found) onPick((found.spec as Marked).key);
            return false;
          },
        },
      }),
    ];
  },
});

function drawn(document: Node, hits: readonly CheckHit[]): DecorationSet {
  const text = plainTextOf(document);
  const found = hits.flatMap((hit) => {
    const range = hit.field === 'body' && !hit.dismissed ? placeIn(document, text, hit) : null;
    if (!range) return [];
    const attributes = { class: `check-hit check-${hit.severity}`, title: hit.reason };
    const isNode = hit.text === '' || document.nodeAt(range.from)?.isText === false;
    const draw = isNode ? Decoration.node : Decoration.inline;
    return [draw(range.from, range.to, attributes, { key: hit.key } satisfies Marked)];
  });
  return DecorationSet.create(document, found);
}

function placeIn(document: Node, text: ReturnType<typeof plainTextOf>, hit: CheckHit): Range | null {
  return rangeOf(text, hit.text, hit.nth) ?? nodeRangeOf(document, hit.kind, hit.nth);
}

export function showHits(editor: Editor, hits: readonly CheckHit[]): void {
  editor.view.dispatch(editor.state.tr.setMeta(marks, hits).setMeta('addToHistory', false));
}

/** Where a hit stands now, after whatever was typed since it was found. */
export function placeOf(editor: Editor, hit: CheckHit): Range | null {
  const kept = marks
    .getState(editor.state)
    ?.find(undefined, undefined, (spec) => (spec as Marked).key === hit.key)[0];
  return kept ?? placeIn(editor.state.doc, plainTextOf(editor.state.doc), hit);
}

/** Scrolls there and selects the words. */
export function goTo(editor: Editor, hit: CheckHit): boolean {
  const range = placeOf(editor, hit);
  if (!range) return false;
  editor.chain().focus().setTextSelection(range).run();
  const { node } = editor.view.domAtPos(range.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
  return true;
}

/** Puts the suggestions in, all in one step to undo; answers how many. */
export function correct(editor: Editor, hits: readonly CheckHit[]): number {
  const places = hits
    .flatMap((hit) => {
      const range = hit.suggest === null ? null : placeOf(editor, hit);
      return range ? [{ ...range, suggest: hit.suggest ?? '' }] : [];
    })
    .sort((a, b) => b.from - a.from);
  const change = editor.state.tr;
  for (const { from, to, suggest } of places) {
    if (suggest === '') change.delete(from, to);
    else change.insertText(suggest, from, to);
  }
  if (places.length > 0) editor.view.dispatch(change);
  return places.length;
}
