import { Extension, Mark, Node, type Extensions } from '@tiptap/core';
import { Table } from '@tiptap/extension-table';
import TextAlign from '@tiptap/extension-text-align';

const SIDES = ['left', 'center', 'right', 'justify'];

/** Alignment as the server keeps it, one class of a fixed list; pasted text still has it as a style. */
function sideOf(element: HTMLElement): string | null {
  const kept = SIDES.find((side) => element.classList.contains(`align-${side}`));
  return kept ?? (SIDES.includes(element.style.textAlign) ? element.style.textAlign : null);
}

const aligned = (attribute: string) => ({
  [attribute]: {
    default: null,
    parseHTML: sideOf,
    renderHTML: (attributes: Record<string, unknown>) =>
      typeof attributes[attribute] === 'string' ? { class: `align-${attributes[attribute]}` } : {},
  },
});

const AlignedText = TextAlign.extend({
  addGlobalAttributes() {
    return [{ types: this.options.types, attributes: aligned('textAlign') }];
  },
}).configure({ types: ['heading', 'paragraph'], alignments: ['left', 'center', 'right'] });

/** What has no button but must survive: aligned cells, lines without indent. */
const KeptClasses = Extension.create({
  name: 'keptClasses',
  addGlobalAttributes: () => [
    { types: ['tableCell', 'tableHeader'], attributes: aligned('cellAlign') },
    {
      types: ['paragraph'],
      attributes: {
        isFlush: {
          default: false,
          parseHTML: (element: HTMLElement) => element.classList.contains('no-indent'),
          renderHTML: ({ isFlush }: Record<string, unknown>) => (isFlush ? { class: 'no-indent' } : {}),
        },
      },
    },
    {
      types: ['tableHeader'],
      attributes: { scope: { default: null } },
    },
  ],
});

/** A table with its caption. The caption is not typed into; it stays with the table. */
const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: '',
        parseHTML: (element: HTMLElement) => element.querySelector('caption')?.textContent.trim() ?? '',
        renderHTML: () => ({}),
      },
    };
  },
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const caption = String(node.attrs['caption']);
    return caption
      ? ['table', HTMLAttributes, ['caption', { contenteditable: 'false' }, caption], ['tbody', 0]]
      : ['table', HTMLAttributes, ['tbody', 0]];
  },
  addNodeView: () => null,
}).configure({ resizable: false });

/** A picture with a line below it. */
const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'image figcaption?',
  isolating: true,
  parseHTML: () => [
    { tag: 'figure', getAttrs: (element) => (element.querySelector(':scope > img') ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, 0],
});
const FigureCaption = Node.create({
  name: 'figcaption',
  content: 'inline*',
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => ['figcaption', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection;
        if ($from.parent.type.name !== this.name) return false;
        const below = $from.after($from.depth - 1);
        return editor
          .chain()
          .insertContentAt(below, { type: 'paragraph' })
          .setTextSelection(below + 1)
          .run();
      },
    };
  },
});

const raised = (name: string, tag: string) =>
  Mark.create({ name, parseHTML: () => [{ tag }], renderHTML: () => [tag, 0] });

/**
 * The parts of an official text that an editor may not make but must not lose: whoever corrects one
 * word of a document leaves the rest of it as it was.
 */
export const officialText: Extensions = [
  AlignedText,
  KeptClasses,
  CaptionedTable,
  Figure,
  FigureCaption,
  raised('superscript', 'sup'),
  raised('subscript', 'sub'),
];
