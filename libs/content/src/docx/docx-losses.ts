import type { DocxParts } from './docx-package';

const LOSSES: readonly (readonly [string, RegExp, string])[] = [
  ['word/document.xml', /<m:oMath\b/, '公式没有带入，请以图片插入'],
  ['word/document.xml', /\/chart"|<c:chart\b/, '图表没有带入，请以图片插入，并用文字说明要点'],
  ['word/document.xml', /drawingml\/2006\/diagram/, 'SmartArt 图形没有带入，请以图片插入'],
  ['word/document.xml', /<o:OLEObject\b/, '嵌入的对象没有带入，需要时请作为附件上传'],
  ['word/document.xml', /<w:(?:del|moveFrom) /, '修订中删除的文字没有带入，按接受全部修订处理'],
  ['word/document.xml', /<w:vanish\s*\/>/, '原文有隐藏文字，请核对是否应当公开'],
  ['word/comments.xml', /<w:comment /, '批注没有带入'],
];

/** 没有带入的内容：what a text holds that an article cannot, said before anybody misses it. */
export function lossesOf(parts: DocxParts): string[] {
  const texts = new Map<string, string>();
  const textOf = (path: string): string => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const text = Buffer.from(parts.get(path) ?? []).toString('utf8');
    texts.set(path, text);
    return text;
  };
  const notes = LOSSES.filter(([path, pattern]) => pattern.test(textOf(path))).map(([, , note]) => note);
  const frames = [...parts.keys()].filter((path) => /^word\/(?:header|footer)\d*\.xml$/i.test(path));
  const isFramed = frames.some((path) => /<w:t(?: [^>]*)?>[^<]*\p{Script=Han}/u.test(textOf(path)));
  return isFramed ? [...notes, '页眉页脚没有带入'] : notes;
}
