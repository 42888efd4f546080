import { DomainError } from '@zhanqun/kernel';
import * as mammoth from 'mammoth';
import { filePath } from '../article/article-address';
import { encryptedFile, macroFile } from '../asset/asset.errors';
import { cleanRichText } from '../rich-text/rich-text';
import { shapedBody } from './docx-body';
import { docxBroken, docxEmpty, docxOnly } from './docx.errors';
import { takeHead, type DocxHead } from './docx-head';
import { lossesOf } from './docx-losses';
import { repackDocx, unpackDocx } from './docx-package';
import { STYLE_MAP, withKnownStyles } from './docx-styles';

/** A picture of the document on its way into the library. */
export interface DocxPicture {
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly alt: string;
}
/** What the library makes of it. */
export interface StoredPicture {
  readonly path: string;
  readonly alt: string;
}

export interface ReadDocx<P extends StoredPicture> extends DocxHead {
  /** Put into the library of the site. */
  readonly pictures: readonly P[];
  /** What was left out or should be looked at. */
  readonly notes: readonly string[];
}

const MOST_PICTURES = 200;
const PICTURE_TYPES: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** Stands where a picture is missing, until the text is cleaned. */
const NO_PICTURE = 'about:blank';

/**
 * Reads a `.docx` as the text of an article. Refuses what is no `.docx`, holds macros, is locked or unpacks
 * to more than an article can be, before any picture is stored.
 */
export async function readDocx<P extends StoredPicture>(
  name: string,
  bytes: Buffer,
  upload: (picture: DocxPicture) => Promise<P>,
): Promise<ReadDocx<P>> {
  refuseWrongFile(name, bytes);
  const parts = unpackDocx(bytes, name);
  const pictures = new Pictures(upload);
  const shaped = shapedBody(await htmlOf(repackDocx(parts), name, pictures));
  const head = takeHead(shaped.html, name);
  const { html, removed } = cleanRichText(head.html);
  const losses = [...lossesOf(parts), ...pictures.notes];
  if (html === '' && head.html === shaped.html && losses.length === 0) throw docxEmpty({ name });
  const isForeign = removed.some(({ what, detail }) => what === 'foreignImage' || detail.startsWith('http'));
  const lacksWords = pictures.taken.some(({ alt }) => alt === '');
  return {
    ...head,
    html,
    pictures: pictures.taken,
    notes: [
      ...shaped.notes,
      ...losses,
      ...(isForeign ? ['链接到外部的图片没有带入，请另行上传'] : []),
      ...(lacksWords ? ['请为每张图片填写说明文字'] : []),
    ],
  };
}

/** Takes the pictures of one document into the library, one after the other. */
class Pictures<P extends StoredPicture> {
  readonly taken: P[] = [];
  private missed = 0;
  private count = 0;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly upload: (picture: DocxPicture) => Promise<P>) {}

  get notes(): string[] {
    return this.missed > 0
      ? [`${this.missed} 张图片的格式不能在网页显示（如 WMF、EMF），请另存为 PNG 后插入`]
      : [];
  }

  readonly converter = mammoth.images.imgElement((image) => {
    const one = this.turn.then(() => this.take(image as DocxImage));
    this.turn = one.catch(() => undefined);
    return one;
  });

  private async take(image: DocxImage): Promise<{ src: string }> {
    this.count += 1;
    const extension = PICTURE_TYPES[image.contentType];
    if (!extension || this.count > MOST_PICTURES) return this.miss();
    try {
      const content = await image.readAsBuffer();
      const alt = (image.altText ?? '').replace(/\p{Cc}+/gu, ' ').slice(0, 200);
      const asset = await this.upload({ fileName: `文中图片${this.count}.${extension}`, content, alt });
      if (!this.taken.includes(asset)) this.taken.push(asset);
      return { src: filePath(asset.path) };
    } catch (error) {
      // A broken picture does not cost the text; a right that is missing, or a full library, does.
      if (error instanceof DomainError && error.kind !== 'invalid') throw error;
      return this.miss();
    }
  }

  private miss(): { src: string } {
    this.missed += 1;
    return { src: NO_PICTURE };
  }
}

type ImageConverter = ReturnType<typeof mammoth.images.imgElement>;
type DocxImage = Parameters<Parameters<typeof mammoth.images.imgElement>[0]>[0] & {
  readonly altText?: string;
};

async function htmlOf(
  buffer: Buffer,
  name: string,
  pictures: { readonly converter: ImageConverter },
): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: STYLE_MAP,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        ignoreEmptyParagraphs: true,
        idPrefix: '',
        convertImage: pictures.converter,
        transformDocument: withKnownStyles,
      },
    );
    return value;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw Object.assign(docxBroken({ name }), { cause: error });
  }
}

function refuseWrongFile(name: string, bytes: Buffer): void {
  if (/\.(?:docm|dotm)$/i.test(name)) throw macroFile({ name });
  if (bytes.subarray(0, 8).equals(OLE) && /\.docx$/i.test(name)) throw encryptedFile({ name });
  if (!/\.docx$/i.test(name)) throw docxOnly({ name });
  if (bytes.length < 22 || bytes.readUInt16BE(0) !== 0x504b) throw docxBroken({ name });
  if (bytes.includes('vbaProject.bin')) throw macroFile({ name });
}
