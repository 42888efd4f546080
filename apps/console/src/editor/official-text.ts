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
}).configure({ types: ['heading', 'paragraph'], alignments: ['left', 'center', 'right', 'justify'] });

/**
 * Lines without the indent of two characters that paragraphs of an official text have by themselves;
 * cells and figures that stand to one side.
 */
const KeptClasses = Extension.create({
  name: 'keptClasses',
  addGlobalAttributes: () => [
    { types: ['tableCell', 'tableHeader'], attributes: aligned('cellAlign') },
    { types: ['figure'], attributes: aligned('figureAlign') },
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
    { types: ['tableHeader'], attributes: { scope: { default: null } } },
  ],
});

/** A table with its caption. The caption is not typed into; it stays with the table. */
const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: '',
        parseHTML: (element: HTMLElement) =>
          element.querySelector(':scope > caption')?.textContent.trim() ?? '',
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

/** Words whose blanks and line ends count: tables of old mails, verses, commands. */
const Preformatted = Node.create({
  name: 'preformatted',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => editor.isActive(this.name) && editor.commands.insertContent('\n'),
    };
  },
});

const simpleMark = (name: string, ...tags: string[]) =>
  Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: () => [tags[0] as string, 0],
  });

/** In the order in which the server nests them. */
export const officialText: Extensions = [
  AlignedText,
  KeptClasses,
  CaptionedTable,
  Preformatted,
  simpleMark('strike', 's', 'del', 'strike'),
  simpleMark('subscript', 'sub'),
  simpleMark('superscript', 'sup'),
  simpleMark('code', 'code'),
];
