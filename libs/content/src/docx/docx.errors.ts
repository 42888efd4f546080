import { defineError } from '@zhanqun/kernel';

export const docxOnly = defineError<{ name: string }>(
  'content.docx.only',
  'invalid',
  ({ name }) => `“${name}”不是 .docx 文档，请在 Word 或 WPS 中另存为“Word 文档（.docx）”后再导入`,
);

export const docxBroken = defineError<{ name: string }>(
  'content.docx.broken',
  'invalid',
  ({ name }) => `“${name}”已损坏或不是完整的 Word 文档，请用 Word 或 WPS 打开后另存再导入`,
);

export const docxTooLarge = defineError<{ name: string }>(
  'content.docx.tooLarge',
  'tooLarge',
  ({ name }) => `“${name}”展开后过大，无法导入。请拆成几个文档，或把图片压缩后再试`,
);

export const docxEmpty = defineError<{ name: string }>(
  'content.docx.empty',
  'invalid',
  ({ name }) => `“${name}”中没有文字，也没有图片。如果内容是扫描件，请作为附件上传`,
);

export const pictureNotFetched = defineError<{ address: string }>(
  'content.docx.pictureNotFetched',
  'invalid',
  ({ address }) => `没有取到图片（${address}），请另存到本机后上传`,
);
