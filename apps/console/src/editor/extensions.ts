import { Extension, type Extensions } from '@tiptap/core';
import Link from '@tiptap/extension-link';
import Placeholder from '@tiptap/extension-placeholder';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { search } from 'prosemirror-search';
import { mediaNodes } from './media-nodes';
import { officialText } from './official-text';

/** What an official text may hold; the server's sanitiser keeps the same list and has the last word. */
export function textExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3, 4] },
      codeBlock: false,
      code: false,
      strike: false,
      link: false,
      undoRedo: { depth: 500, newGroupDelay: 700 },
      dropcursor: { color: 'var(--zq-main)', width: 2 },
    }),
    PlainLink,
    TableKit.configure({ table: false }),
    ...mediaNodes,
    ...officialText,
  ];
}

/** As written: what the server adds for safety is not part of the text being edited. */
const PlainLink = Link.extend({
  addAttributes: () => ({
    href: { default: null },
    title: { default: null },
    target: { default: null },
  }),
}).configure({
  openOnClick: false,
  autolink: false,
  linkOnPaste: true,
  protocols: ['http', 'https', 'mailto', 'tel'],
  HTMLAttributes: { target: null, rel: null, class: null },
});

const Searching = Extension.create({ name: 'searching', addProseMirrorPlugins: () => [search()] });

/** The editor's own: the text above, with what helps writing it. */
export function articleExtensions(): Extensions {
  return [
    ...textExtensions(),
    Searching,
    Placeholder.configure({
      placeholder: '在此撰写正文。可从 Word、WPS、微信粘贴，也可把图片和 Word 文档拖进来。',
    }),
  ];
}
