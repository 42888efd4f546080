/**
 * 字数 as offices count it: every ideograph and every full-width sign is one, a word or number of another
 * script is one.
 */
export function wordCount(text: string): number {
  const single = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff5e“”‘’—…·]/gu,
  );
  const words = text
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff5e“”‘’—…·]/gu, ' ')
    .match(/[\p{L}\p{N}](?:[\p{L}\p{N}.,:'%/-]*[\p{L}\p{N}%])?/gu);
  return (single?.length ?? 0) + (words?.length ?? 0);
}
