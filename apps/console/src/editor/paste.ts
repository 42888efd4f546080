import type { Editor } from '@tiptap/core';
import { DOMParser as TextParser } from '@tiptap/pm/model';
import type { PastedPicture, PastedText } from '../../../../libs/content/src/rich-text/office/office-paste';
import type { Intake } from './use-intake';
import { pendingSrc } from './pending-pictures';

const ORIGINS: Readonly<Record<PastedText['origin'], string>> = {
  editor: '',
  word: ' Word 或 WPS ',
  excel: '表格',
  wechat: '微信',
  web: '网页',
};

interface Clipboard {
  readonly html: string;
  readonly rtf: string;
  readonly files: readonly File[];
}

/** Read at once: the clipboard is closed as soon as the event is over. */
export const readClipboard = (data: DataTransfer): Clipboard => ({
  html: data.getData('text/html'),
  rtf: data.getData('text/rtf'),
  files: [...data.files],
});

/** Words copied inside the editor need no cleaning. */
export const isOwn = (html: string): boolean => /\sdata-pm-slice=/.test(html);

const extensionOf = (mime: string): string => mime.replace('image/', '').replace('jpeg', 'jpg');

async function fileOf(address: string, name: string): Promise<File> {
  const blob = await (await fetch(address)).blob();
  return new File([blob], `${name}.${extensionOf(blob.type)}`, { type: blob.type });
}

/** Puts a pasted text where the cursor is; its pictures follow as they arrive. */
export async function pasteRich(
  editor: Editor,
  clipboard: Clipboard,
  intake: Intake,
  title: { isMissing: boolean; found: (words: string) => void },
): Promise<void> {
  const [{ cleanPasted }, { picturesOfRtf }] = await Promise.all([
    import('../../../../libs/content/src/rich-text/office/office-paste'),
    import('../../../../libs/content/src/rich-text/office/office-pictures'),
  ]);
  const text = cleanPasted(clipboard.html);
  const holder = new DOMParser().parseFromString(text.html, 'text/html').body;
  const isPictureAlone = holder.textContent.trim() === '' && text.pictures.length === 1;
  if (isPictureAlone && clipboard.files.length > 0) return intake.takeFiles(clipboard.files);

  const first = holder.firstElementChild;
  if (title.isMissing && first?.tagName === 'H1') {
    title.found(first.textContent.trim());
    first.remove();
  }
  for (const heading of holder.querySelectorAll('h1')) rename(heading, 'h2');
  for (const heading of holder.querySelectorAll('h5, h6')) rename(heading, 'h4');
  const pending = text.pictures.map(() => pendingSrc());
  for (const image of holder.querySelectorAll('img')) {
    const at = /^pasted:(\d+)$/.exec(image.getAttribute('src') ?? '')?.[1];
    if (at !== undefined) image.src = pending[Number(at)] ?? '';
  }
  const slice = TextParser.fromSchema(editor.schema).parseSlice(holder, { preserveWhitespace: true });
  editor.view.dispatch(editor.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));

  const beside = clipboard.rtf ? picturesOfRtf(clipboard.rtf) : [];
  const local = text.pictures.filter(({ from }) => from === 'file');
  await Promise.all(
    text.pictures.map(async (picture, at) =>
      intake.takePicture(pending[at] ?? '', await sourceOf(picture, beside[local.indexOf(picture)], at)),
    ),
  );
  tell(text, local.length - Math.min(local.length, beside.length), intake);
}

/** A file, or an address that the server is asked to read. */
async function sourceOf(
  picture: PastedPicture,
  beside: { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined,
  at: number,
): Promise<File | string> {
  const name = `粘贴图片${at + 1}`;
  if (picture.from === 'web') return picture.address;
  if (picture.from === 'data') return fileOf(picture.address, name);
  if (!beside) return '';
  return new File([beside.bytes], `${name}.${extensionOf(beside.mime)}`, { type: beside.mime });
}

function rename(element: Element, tag: string): void {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function tell({ origin, notes, pictures }: PastedText, missing: number, intake: Intake): void {
  const lines = [
    ...notes,
    ...(missing > 0 ? [`${missing} 张图片在原来的电脑上，浏览器读不到，请另行上传或改用“导入 Word”`] : []),
    ...(pictures.some(({ alt }) => alt === '') ? ['请为每张图片填写说明文字'] : []),
  ];
  if (lines.length > 0) intake.notes.value = { title: `已整理从${ORIGINS[origin]}粘贴的内容`, lines };
}

/** Blanks at the beginning of a line were its indent; the site indents by itself. */
export const cleanPlain = (text: string): string =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/^[ \t\u3000]+/gm, '')
    .replace(/\n{3,}/g, '\n\n');
