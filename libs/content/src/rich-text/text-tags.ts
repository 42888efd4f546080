/** The tags and attributes an article may hold; whatever is not on these lists does not pass. */

/** Classes that a text may carry; the themes style exactly these. */
export const TEXT_CLASSES = [
  'no-indent',
  'align-left',
  'align-center',
  'align-right',
  'align-justify',
] as const;

export const TAGS = [
  'h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'pre', 'code',
  'ul', 'ol', 'li',
  'strong', 'em', 'u', 's', 'sub', 'sup',
  'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td',
  'figure', 'figcaption', 'img', 'video', 'audio', 'a',
]; // prettier-ignore

export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'target', 'rel'],
  img: ['src', 'alt', 'width', 'height', 'title'],
  video: ['src', 'controls', 'preload', 'title', 'width', 'height'],
  audio: ['src', 'controls', 'preload', 'title'],
  th: ['scope', 'colspan', 'rowspan', 'class'],
  td: ['colspan', 'rowspan', 'class'],
  ol: ['start'],
  p: ['class'],
  h2: ['class'],
  h3: ['class'],
  h4: ['class'],
  figure: ['class'],
};

/** Tags whose whole content goes, not only the tag. */
export const DROPPED_WITH_CONTENT: ReadonlySet<string> = new Set([
  'script', 'style', 'textarea', 'option', 'select', 'noscript', 'noembed', 'noframes', 'iframe', 'object', 'embed',
  'applet', 'svg', 'math', 'template', 'title', 'head', 'xmp', 'plaintext', 'canvas', 'button', 'form',
]); // prettier-ignore

export const RENAMED: ReadonlyMap<string, string> = new Map([
  ['h1', 'h2'],
  ['h5', 'h4'],
  ['h6', 'h4'],
  ['b', 'strong'],
  ['i', 'em'],
  ['strike', 's'],
  ['del', 's'],
]);

/** A file of this site. No dots in sequence, no second slash, nothing to decode. */
const OWN_FILE = /^\/_files\/(?!.*(?:\.\.|\/\/))[A-Za-z0-9/_.-]+$/;
export const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+/i;
const SIZE = /^\d{1,4}$/;
/** Two and more; one is what a cell has anyway. */
const SPAN = /^(?:[2-9]|[1-9]\d{1,2})$/;
/** Only paragraphs are indented, so only they can be flush. */
const SIDES: readonly string[] = TEXT_CLASSES.filter((name) => name !== 'no-indent');
const SCOPES = ['col', 'row', 'colgroup', 'rowgroup'];

export const isOwnFile = (address: string): boolean => OWN_FILE.test(address);

export type Attributes = Readonly<Record<string, string>>;

/** The attributes a tag keeps, in a fixed order so that cleaning twice gives the same text. */
export function attributesOf(tag: string, given: Attributes): Record<string, string> {
  switch (tag) {
    case 'a':
      return linkAttributes(given);
    case 'img':
      return { src: given.src ?? '', alt: given.alt ?? '', ...titleOf(given), ...sizeOf(given) };
    case 'video':
      return { ...mediaAttributes(given), ...sizeOf(given) };
    case 'audio':
      return mediaAttributes(given);
    case 'th':
      return {
        ...(SCOPES.includes(given.scope ?? '') ? { scope: given.scope as string } : {}),
        ...cellAttributes(given),
      };
    case 'td':
      return cellAttributes(given);
    case 'ol':
      return SIZE.test(given.start ?? '') && given.start !== '1' ? { start: given.start as string } : {};
    case 'p':
      return classOf(given, TEXT_CLASSES);
    case 'h2':
    case 'h3':
    case 'h4':
    case 'figure':
      return classOf(given, SIDES);
    default:
      return {};
  }
}

function linkAttributes(given: Attributes): Record<string, string> {
  const kept: Record<string, string> = {};
  // Browsers leave out what cannot be seen, so it is left out before anybody tells where the link leads.
  // eslint-disable-next-line no-control-regex
  const href = given.href?.replace(/[\u0000-\u001f\u007f]+/g, '').trim();
  if (href && isLinkable(href)) kept.href = href;
  Object.assign(kept, titleOf(given));
  if (kept.href && given.target === '_blank') kept.target = '_blank';
  if (kept.href && (kept.target || WEB_ADDRESS.test(kept.href))) kept.rel = 'noopener noreferrer';
  return kept;
}

/** Citizens decide when it plays, and nothing of it is fetched before. */
const mediaAttributes = (given: Attributes): Record<string, string> => ({
  src: given.src ?? '',
  controls: '',
  preload: 'metadata',
  ...titleOf(given),
});

function cellAttributes(given: Attributes): Record<string, string> {
  const kept: Record<string, string> = {};
  if (SPAN.test(given.colspan ?? '')) kept.colspan = given.colspan as string;
  if (SPAN.test(given.rowspan ?? '')) kept.rowspan = given.rowspan as string;
  return { ...kept, ...classOf(given, SIDES) };
}

const titleOf = ({ title }: Attributes): Record<string, string> => (title ? { title } : {});

function sizeOf(given: Attributes): Record<string, string> {
  const kept: Record<string, string> = {};
  if (SIZE.test(given.width ?? '')) kept.width = given.width as string;
  if (SIZE.test(given.height ?? '')) kept.height = given.height as string;
  return kept;
}

/** Word processors align by style or attribute; here alignment is one class of a fixed list. */
function classOf(given: Attributes, allowed: readonly string[]): Record<string, string> {
  const asClass = (given.class ?? '').split(/\s+/).find((name) => allowed.includes(name));
  if (asClass) return { class: asClass };
  const word =
    /(?:^|;)\s*text-align\s*:\s*(left|center|right|justify)\b/i.exec(given.style ?? '')?.[1] ?? given.align;
  const name = `align-${(word ?? '').toLowerCase()}`;
  const isKept = allowed.includes(name) && name !== 'align-left';
  return isKept ? { class: name } : {};
}

/** Own path, anchor, web, mail or telephone address. */
export function isLinkable(href: string): boolean {
  // eslint-disable-next-line no-control-regex
  const bare = href.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]+/g, '');
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare))
    return WEB_ADDRESS.test(bare) || /^(mailto|tel):[^\s<>"]+$/i.test(bare);
  return !/^[\\/]{2}/.test(bare) && !bare.startsWith('\\');
}
