import { strToU8, zipSync } from 'fflate';

/** A paragraph of a made-up document. */
export interface Line {
  readonly text: string;
  /** Name of its style, as Word shows it. */
  readonly style?: string;
  readonly align?: 'center' | 'right' | 'both';
  readonly isBold?: boolean;
  readonly isIndented?: boolean;
  /** Level of a list, from nought. */
  readonly list?: { readonly id: 1 | 2; readonly level: number };
  readonly note?: number;
  readonly picture?: string;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export function paragraph(line: Line | string): string {
  const { text, style, align, isBold, isIndented, list, note, picture } =
    typeof line === 'string' ? ({ text: line } as Line) : line;
  const properties = [
    style ? `<w:pStyle w:val="${escape(style).replace(/\s/g, '')}"/>` : '',
    list ? `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>` : '',
    isIndented ? '<w:ind w:firstLine="640"/>' : '',
    align ? `<w:jc w:val="${align}"/>` : '',
  ].join('');
  const run = `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
  const reference = note ? `<w:r><w:footnoteReference w:id="${note}"/></w:r>` : '';
  const drawing = picture
    ? `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="图" descr="${picture}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rPic"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    : '';
  return `<w:p><w:pPr>${properties}</w:pPr>${run}${reference}${drawing}</w:p>`;
}

/** Rows of cells; `[text, columns, rows]` reaches over more than one. */
export function table(
  rows: readonly (readonly (string | readonly [string, number])[])[],
  boldFirst = false,
): string {
  const cell = (given: string | readonly [string, number], isBold: boolean): string => {
    const [text, span] = typeof given === 'string' ? ([given, 1] as const) : given;
    const properties = span > 1 ? `<w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>` : '';
    return `<w:tc>${properties}${paragraph({ text, isBold })}</w:tc>`;
  };
  const row = (cells: readonly (string | readonly [string, number])[], at: number): string =>
    `<w:tr>${cells.map((each) => cell(each, boldFirst && at === 0)).join('')}</w:tr>`;
  return `<w:tbl>${rows.map(row).join('')}</w:tbl>`;
}

export interface DocxParts {
  readonly body: string;
  readonly styles?: readonly string[];
  readonly footnotes?: readonly string[];
  readonly picture?: { readonly bytes: Uint8Array; readonly extension: string };
  readonly extra?: Readonly<Record<string, Uint8Array>>;
}

/** A `.docx` as Word writes it, with the parts that matter here. */
export function docxFile({ body, styles = [], footnotes = [], picture, extra = {} }: DocxParts): Buffer {
  const style = (name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${name.replace(/\s/g, '')}"><w:name w:val="${name}"/></w:style>`;
  const level = (at: number, format: string): string =>
    `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;
  const list = (id: number, format: string): string =>
    `<w:abstractNum w:abstractNumId="${id}">${level(0, format)}${level(1, format)}</w:abstractNum>`;
  const notes = footnotes.map((text, at) => `<w:footnote w:id="${at + 1}">${paragraph(text)}</w:footnote>`);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`;
  const xml = (text: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
  const media = picture ? `media/image1.${picture.extension}` : '';
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/></Types>',
      ),
      '_rels/.rels': xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
      ),
      'word/_rels/document.xml.rels': xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rS', 'styles', 'styles.xml')}${relation('rN', 'numbering', 'numbering.xml')}${relation('rF', 'footnotes', 'footnotes.xml')}${picture ? relation('rPic', 'image', media) : ''}</Relationships>`,
      ),
      'word/document.xml': xml(
        `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}</w:body></w:document>`,
      ),
      'word/styles.xml': xml(`<w:styles xmlns:w="${W}">${styles.map(style).join('')}</w:styles>`),
      'word/numbering.xml': xml(
        `<w:numbering xmlns:w="${W}">${list(1, 'bullet')}${list(2, 'decimal')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
      ),
      'word/footnotes.xml': xml(`<w:footnotes xmlns:w="${W}">${notes.join('')}</w:footnotes>`),
      ...(picture ? { [`word/${media}`]: picture.bytes } : {}),
      ...extra,
    }),
  );
}
