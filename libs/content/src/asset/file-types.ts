import type { AssetKind } from './asset.entity';

/** How the content of a type is recognised. */
export type Recognition =
  /** By its first bytes. */
  | { readonly by: 'signature'; readonly signature: string }
  /** An OLE compound file with one of these streams. */
  | { readonly by: 'ole'; readonly streams: readonly string[] }
  /** A ZIP with this entry; null for any ZIP. */
  | { readonly by: 'zip'; readonly entry: string | null }
  /** Nothing but text. */
  | { readonly by: 'text' };

export interface FileType {
  readonly kind: AssetKind;
  readonly mime: string;
  readonly recognition: Recognition;
}

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const WORD = ['WordDocument'];
const SHEET = ['Workbook', 'Book'];
const SLIDES = ['PowerPoint Document'];

const image = (mime: string, signature: string): FileType => ({
  kind: 'image',
  mime,
  recognition: { by: 'signature', signature },
});
const media = (mime: string, signature: string): FileType => ({
  kind: mime.startsWith('video/') ? 'video' : 'audio',
  mime,
  recognition: { by: 'signature', signature },
});
const file = (mime: string, recognition: Recognition): FileType => ({
  kind: 'attachment',
  mime,
  recognition,
});

/** What may be uploaded, by extension. The content decides; the name only chooses among what fits it. */
export const FILE_TYPES: Readonly<Record<string, FileType>> = {
  jpg: image('image/jpeg', 'jpg'),
  png: image('image/png', 'png'),
  gif: image('image/gif', 'gif'),
  webp: image('image/webp', 'webp'),
  svg: image('image/svg+xml', 'svg'),
  pdf: file('application/pdf', { by: 'signature', signature: 'pdf' }),
  ofd: file('application/ofd', { by: 'zip', entry: 'OFD.xml' }),
  docx: file(`${OOXML}wordprocessingml.document`, { by: 'zip', entry: 'word/document.xml' }),
  xlsx: file(`${OOXML}spreadsheetml.sheet`, { by: 'zip', entry: 'xl/workbook.xml' }),
  pptx: file(`${OOXML}presentationml.presentation`, { by: 'zip', entry: 'ppt/presentation.xml' }),
  doc: file('application/msword', { by: 'ole', streams: WORD }),
  xls: file('application/vnd.ms-excel', { by: 'ole', streams: SHEET }),
  ppt: file('application/vnd.ms-powerpoint', { by: 'ole', streams: SLIDES }),
  wps: file('application/vnd.ms-works', { by: 'ole', streams: WORD }),
  et: file('application/octet-stream', { by: 'ole', streams: SHEET }),
  dps: file('application/octet-stream', { by: 'ole', streams: SLIDES }),
  zip: file('application/zip', { by: 'zip', entry: null }),
  rar: file('application/vnd.rar', { by: 'signature', signature: 'rar' }),
  txt: file('text/plain', { by: 'text' }),
  csv: file('text/csv', { by: 'text' }),
  mp3: media('audio/mpeg', 'mp3'),
  m4a: media('audio/mp4', 'm4a'),
  mp4: media('video/mp4', 'mp4'),
  webm: media('video/webm', 'webm'),
};

const ALIASES: Readonly<Record<string, string>> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg', m4v: 'mp4' };

/** `JPEG` → `jpg`. */
export function plainExtension(extension: string): string {
  const lower = extension.toLowerCase();
  return ALIASES[lower] ?? lower;
}

export const ALLOWED_WORDS =
  '图片（JPG、PNG、GIF、WebP、SVG），文档（PDF、OFD、Word、Excel、PPT、WPS、TXT、CSV），' +
  '压缩包（ZIP、RAR），视频（MP4、WebM），音频（MP3、M4A）';

/** Extensions under which some server or desktop would run a file. */
export const PROGRAM_EXTENSIONS: ReadonlySet<string> = new Set(
  (
    'php php3 php4 php5 php7 phps phtml phar asp aspx asa asax ashx asmx cer cdx jsp jspx jspf cfm cgi pl py rb sh ' +
    'bash exe dll com scr msi msp bat cmd ps1 psm1 vbs vbe js jse mjs cjs wsf wsh hta jar war class lnk reg cpl pif ' +
    'html htm xhtml shtml shtm stm svg svgz xml xsl xslt swf apk app dmg iso docm dotm xlsm xltm xlam pptm potm ppsm'
  ).split(' '),
);
