import { Node, type Extensions } from '@tiptap/core';
import Image from '@tiptap/extension-image';

/** A picture by itself, and one in a line of words. */
const Picture = Image.configure({ inline: false, allowBase64: true });

const InlinePicture = Image.extend({
  name: 'inlineImage',
  inline: () => true,
  group: () => 'inline',
  addCommands: () => ({}),
  addInputRules: () => [],
  parseHTML: () => [{ tag: 'img[src]', context: 'paragraph/|heading/|figcaption/', priority: 60 }],
}).configure({ inline: true, allowBase64: true });

/** Film and sound of the site's own library; the server adds nothing that plays by itself. */
const played = (tag: 'video' | 'audio') =>
  Node.create({
    name: tag,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      src: { default: null },
      title: { default: null },
      ...(tag === 'video' ? { width: { default: null }, height: { default: null } } : {}),
    }),
    parseHTML: () => [{ tag: `${tag}[src]` }],
    renderHTML: ({ HTMLAttributes }) => [tag, { ...HTMLAttributes, controls: '', preload: 'metadata' }],
  });

/** A picture, film or sound with a line below it. */
const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: '(image | video | audio) figcaption?',
  isolating: true,
  draggable: true,
  parseHTML: () => [
    {
      tag: 'figure',
      getAttrs: (element) => (element.querySelector(':scope > :is(img, video, audio)[src]') ? null : false),
    },
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

export const mediaNodes: Extensions = [
  Picture,
  InlinePicture,
  played('video'),
  played('audio'),
  Figure,
  FigureCaption,
];
