import type { Extensions } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import Placeholder from '@tiptap/extension-placeholder';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { officialText } from './official-text';

/** What an official text may hold; the server's sanitiser keeps the same list and has the last word. */
export function articleExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3, 4] },
      codeBlock: false,
      code: false,
      link: { openOnClick: false, autolink: false, protocols: ['http', 'https', 'mailto', 'tel'] },
    }),
    Image.configure({ inline: false, allowBase64: false }),
    TableKit.configure({ table: false }),
    ...officialText,
    Placeholder.configure({ placeholder: '在此撰写正文。可从 Word 粘贴，版式会按网站规范整理。' }),
  ];
}
