const BLOCK =
  'p|div|table|ul|ol|li|h[1-6]|blockquote|pre|figure|section|article|form|hr|dl|address|iframe|video|audio|center';
const OPENS_BLOCK = new RegExp(`^\\s*</?(?:${BLOCK})\\b`, 'i');
const SHORTCODE = /\[(\/?)([a-z][\w-]{2,30})((?:\s+[\w-]+=(?:"[^"\]]*"|'[^'\]]*'|[^\s\]]+))*)\s*\/?\]/gi;

/**
 * The text of a WordPress article as HTML: marks of its block editor go, captions become figures, other
 * short codes go with a word about it, and, where it was written without paragraphs, blank lines make them.
 */
export function wordpressBody(content: string): { html: string; warnings: string[] } {
  const gone = new Set<string>();
  const bare = content
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(
      /\[caption[^\]]*\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*?)\[\/caption\]/gi,
      (_whole, picture: string, words: string) =>
        `\n\n<figure>${picture}<figcaption>${words.trim()}</figcaption></figure>\n\n`,
    )
    .replace(SHORTCODE, (_whole, _closing, name: string) => {
      gone.add(name.toLowerCase());
      return '';
    });
  const warnings = gone.size > 0 ? [`短代码 ${[...gone].slice(0, 5).join('、')} 没有随文导入`] : [];
  return { html: /<p[\s>]/i.test(bare) ? bare : withParagraphs(bare), warnings };
}

function withParagraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (OPENS_BLOCK.test(part) ? part : `<p>${part.replace(/\n/g, '<br>')}</p>`))
    .join('\n');
}
