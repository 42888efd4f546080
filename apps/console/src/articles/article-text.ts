import type { ArticleDetail, ArticleText } from '@/api/articles';
import { kindNamed, missingOfKind } from './kinds';

export function emptyText(): ArticleText {
  return {
    channelId: null,
    kind: 'news',
    title: '',
    subtitle: '',
    body: '',
    summary: '',
    source: '',
    author: '',
    importance: 'general',
    isPinned: false,
    cover: null,
    attachments: [],
    facts: null,
    interprets: null,
    keywords: [],
  };
}

export function textOf(article: ArticleDetail): ArticleText {
  const empty = emptyText();
  const taken = Object.keys(empty).map((key) => [
    key,
    article[key as keyof ArticleText] ?? empty[key as keyof ArticleText],
  ]);
  const text = JSON.parse(JSON.stringify(Object.fromEntries(taken))) as ArticleText;
  return isCutFrom(text.summary, text.body) ? { ...text, summary: '' } : text;
}

/** A summary that the server cut from the body is not the writer's: it stays empty here and follows the body. */
function isCutFrom(summary: string, body: string): boolean {
  const words = summary.replace(/\s+/g, '');
  if (words === '') return false;
  const whole = wordsOf(body);
  return words === whole || (words.endsWith('…') && whole.startsWith(words.slice(0, -1)));
}

const wordsOf = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent.replace(/\s+/g, '');

export const sameText = (a: ArticleText, b: ArticleText): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Characters as the office counts them: no blanks, every ideograph one. */
export function countWords(html: string): number {
  return [...wordsOf(html)].length;
}

/** What is missing before the text can be sent for review, in the order of the form. */
export function missingFacts(text: ArticleText): string[] {
  const missing: string[] = [];
  if (!text.title.trim()) missing.push('请填写标题');
  if ([...text.title].length > 200) missing.push('标题不得超过 200 字');
  if (text.channelId === null) missing.push('请选择栏目');
  if (!text.source.trim()) missing.push('请填写来源：信息由谁提供，公众页面必须注明');
  const needsBody = (kindNamed(text.kind)?.body ?? 'required') === 'required';
  if (needsBody && countWords(text.body) === 0 && !/<img /.test(text.body) && text.attachments.length === 0)
    missing.push('请填写正文');
  if (/<img (?![^>]*\balt="[^"]+")/.test(text.body)) missing.push('正文中有图片没有填写说明文字');
  missing.push(...missingOfKind(text));
  return missing;
}
