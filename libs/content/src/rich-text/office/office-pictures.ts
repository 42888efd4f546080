import type { CheerioAPI } from 'cheerio/slim';

export interface PastedPicture {
  /** `data`: in the text itself; `file`: on the writer's machine; `web`: at another site. */
  readonly from: 'data' | 'file' | 'web';
  readonly address: string;
  readonly alt: string;
}

const OWN = /^\/(?:_files\/|api\/sites\/[\w-]+\/files\/)/;
/** Names that programs give; they say nothing to whoever cannot see the picture. */
const NO_WORDS =
  /^(?:图片\s*\d*|图像|image\s*\d*|picture\s*\d*|img[_\d]*|\d+|descript?|[\w-]+\.(?:png|jpe?g|gif|bmp|webp)|说明: .*|c:\\.*)$/i;

/** Leaves a mark where each picture stood: `<img src="pasted:0">`. */
export function readPictures($: CheerioAPI): PastedPicture[] {
  const pictures: PastedPicture[] = [];
  for (const image of $('img').toArray()) {
    // WeChat and its like load pictures when they come into view; the real address stands beside.
    const { attribs } = image;
    const address = (attribs['data-src'] ?? attribs['data-original'] ?? attribs.src ?? '').trim();
    const alt = NO_WORDS.test(attribs.alt?.trim() ?? '') ? '' : (attribs.alt?.trim() ?? '').slice(0, 200);
    if (OWN.test(address)) {
      image.attribs = { src: address, alt };
      continue;
    }
    const from = /^data:image\//i.test(address)
      ? 'data'
      : /^https?:\/\/|^\/\//i.test(address)
        ? 'web'
        : 'file';
    if (address === '' || isTracker(attribs.width, attribs.height)) {
      $(image).remove();
      continue;
    }
    image.attribs = { src: `pasted:${pictures.length}`, alt };
    pictures.push({ from, address: address.replace(/^\/\//, 'https://'), alt });
  }
  return pictures;
}

const isTracker = (width = '', height = ''): boolean =>
  /^[01](?:px)?$/.test(width) && /^[01](?:px)?$/.test(height);

/**
 * The pictures of a text as Word and WPS put them beside it in RTF, in the order of the text: a web page
 * may not read `file://`, but this it may.
 */
export function picturesOfRtf(
  rtf: string,
): { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> }[] {
  const found: { mime: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (let at = rtf.indexOf('{\\pict'); at >= 0; at = rtf.indexOf('{\\pict', at + 6)) {
    const group = rtf.slice(at, endOfGroup(rtf, at));
    const kind = /\\(png|jpeg)blip/.exec(group)?.[1];
    if (!kind || /\\nonshppict\s*$/.test(rtf.slice(Math.max(0, at - 16), at))) continue;
    const hex = group
      .slice(1, -1)
      .replace(/\{[^{}]*\}/g, '')
      .replace(/\\[a-z*]+-?\d*\s?/gi, '')
      .replace(/[^0-9a-f]/gi, '');
    if (hex.length < 16) continue;
    const bytes = new Uint8Array(hex.length >> 1);
    for (let byte = 0; byte < bytes.length; byte += 1)
      bytes[byte] = Number.parseInt(hex.slice(byte * 2, byte * 2 + 2), 16);
    found.push({ mime: `image/${kind}`, bytes });
  }
  return found;
}

function endOfGroup(rtf: string, start: number): number {
  let depth = 0;
  for (let at = start; at < rtf.length; at += 1) {
    if (rtf[at] === '\\') at += 1;
    else if (rtf[at] === '{') depth += 1;
    else if (rtf[at] === '}' && (depth -= 1) === 0) return at + 1;
  }
  return rtf.length;
}
