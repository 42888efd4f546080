import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { isBlank } from './office-lines';
import { isHidden, styleOf, type OfficeStyles } from './office-styles';

const DROPPED =
  'script, style, meta, link, title, xml, head, noscript, template, input, select, textarea, button, object, embed, applet, canvas';
const PLAYED =
  'iframe, video, audio, mpvoice, mp-common-mpaudio, mp-common-videosnap, mp-common-profile, mp-miniprogram, mp-weapp, qqmusic, mpvideosnap, mpprofile';

/** Takes away what an article cannot hold, and says so: nothing goes silently. */
export function dropForeign($: CheerioAPI, styles: OfficeStyles, raw: string): string[] {
  const notes: string[] = [];
  const tell = (count: number, words: string): void => {
    if (count > 0) notes.push(words.replace('#', String(count)));
  };
  const byStyle = (pattern: RegExp) =>
    $('[style]').filter((_, each) => pattern.test(each.attribs.style ?? ''));

  tell($(PLAYED).length, '# 处视频、音频或小程序没有带入，请单独上传后插入');
  $(PLAYED).remove();
  $(DROPPED).remove();

  const comments = byStyle(/mso-element:\s*comment-list/i);
  tell(comments.length, '批注没有带入');
  comments.remove();
  $('.MsoCommentReference, .msocomanchor').remove();

  const deleted = $('del, .msoDel').filter(
    (_, each) => each.attribs.cite !== undefined || /msoDel/.test(each.attribs.class ?? ''),
  );
  tell(deleted.length, '修订中删除的文字没有带入');
  deleted.remove();

  const hidden = $<Element, string>('*').filter((_, each) => isHidden(styleOf(each, styles)));
  tell(hidden.filter((_, each) => !isBlank($(each).text())).length, '# 处隐藏文字没有带入');
  hidden.remove();

  tell($('math, [class*="katex"], [class*="MathJax"]').length, '# 处公式没有带入，请以图片插入');
  $('math').remove();
  const drawings = $('svg').length;
  tell(drawings, '# 处矢量图形没有带入，请以图片插入');
  $('svg').remove();
  tell(/<v:textbox[\s>]/i.test(raw) ? 1 : 0, '文本框中的文字没有带入，请单独复制');
  tell(/<v:(?:line|rect|oval|group|roundrect)[\s>]/i.test(raw) ? 1 : 0, '线条和图形没有带入');
  return notes;
}

/** Links to places that only the writer's machine knows become their words. */
export function readLinks($: CheerioAPI): string[] {
  let local = 0;
  for (const link of $('a').toArray()) {
    const href = link.attribs.href?.trim() ?? '';
    if (/^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href)) {
      link.attribs = { href };
      continue;
    }
    if (/^file:|^[a-z]:\\/i.test(href)) local += 1;
    $(link).replaceWith($(link).contents());
  }
  return local > 0 ? [`${local} 处指向本机文件的链接已改为文字`] : [];
}

/** Styles that the site gives by itself. */
export const hasLook = (elements: readonly Element[], styles: OfficeStyles): boolean =>
  elements.some((element) => {
    if (element.tagName === 'font') return true;
    const style = styleOf(element, styles);
    return ['color', 'font-size', 'font-family', 'background', 'background-color', 'line-height'].some(
      (name) => style.has(name),
    );
  });
