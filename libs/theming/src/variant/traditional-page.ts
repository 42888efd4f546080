import type { Conversion } from './traditional-text';

/** Comments, elements whose text is no language, tags with their quoted values, text. */
const PIECES =
  /<!--[\s\S]*?-->|<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<\/?[a-z!](?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+|</gi;
/** Read one after the other, so that what looks like an attribute inside a value stays part of it. */
const ATTRIBUTE = /(\s)([^\s"'<>/=]+)(?:(\s*=\s*)(?:"([^"]*)"|'([^']*)'))?/g;
const WORDS = new Set([
  'title',
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'placeholder',
  'label',
]);
/** What a script will say or write: `data-say-copied="链接已复制"`. */
const SAID = 'data-say-';
const BUTTON = /^(?:submit|button|reset)$/i;
const CHINESE = /[\u2e80-\uffff]/;

export interface TraditionalWays {
  readonly convert: Conversion;
  /** Where a link of the simplified page leads on this one. */
  readonly link: (href: string) => { readonly href: string; readonly isSwitch: boolean };
}

/**
 * 繁体版 of a finished page. Converts what people read: text, and the attributes that are read to them or
 * shown; never scripts, styles, addresses or names. The link to this variant becomes the one back.
 */
export function traditionalPage(html: string, ways: TraditionalWays): string {
  let isInSwitch = false;
  let result = '';
  for (const [piece, raw] of html.matchAll(PIECES)) {
    if (raw !== undefined || piece.startsWith('<!')) {
      result += piece;
    } else if (!piece.startsWith('<') || piece === '<') {
      result += isInSwitch ? backLabel(piece) : CHINESE.test(piece) ? ways.convert(piece) : piece;
    } else if (piece.startsWith('</')) {
      if (/^<\/a[\s>]/i.test(piece)) isInSwitch = false;
      result += piece;
    } else {
      const tag = convertTag(piece, ways);
      if (tag.isSwitch) isInSwitch = true;
      result += tag.text;
    }
  }
  return result;
}

function convertTag(tag: string, { convert, link }: TraditionalWays): { text: string; isSwitch: boolean } {
  const element = (/^<([a-z0-9-]+)/i.exec(tag)?.[1] ?? '').toLowerCase();
  const given = attributesOf(tag);
  if (given.size === 0) return { text: tag, isSwitch: false };
  const leads = element === 'a' || element === 'area' ? 'href' : element === 'form' ? 'action' : null;
  const target = leads === null ? undefined : given.get(leads);
  const led = target ? link(target) : null;
  const isSwitch = led?.isSwitch ?? false;
  const text = tag.replace(
    ATTRIBUTE,
    (all, space: string, name: string, is?: string, double?: string, single?: string) => {
      const value = double ?? single;
      if (value === undefined) return all;
      const changed = attributeOf(name.toLowerCase(), value);
      const mark = double === undefined ? "'" : '"';
      return changed === value ? all : `${space}${name}${is}${mark}${changed}${mark}`;
    },
  );
  return { text, isSwitch };

  function attributeOf(name: string, value: string): string {
    if (led && name === leads) return led.href;
    if (element === 'html' && name === 'lang') return 'zh-Hant';
    if (isSwitch && (name === 'lang' || name === 'hreflang')) return 'zh-Hans';
    if (element === 'meta' && name === 'content') return contentOf(value);
    const isRead =
      WORDS.has(name) ||
      name.startsWith(SAID) ||
      (name === 'value' && element === 'input' && BUTTON.test(given.get('type') ?? ''));
    if (!isRead) return value;
    return isSwitch ? backLabel(value) : convert(value);
  }

  function contentOf(value: string): string {
    if (given.get('property')?.toLowerCase() === 'og:locale') return 'zh_TW';
    return /^(?:https?:)?\//i.test(value) ? value : convert(value);
  }
}

/** Quoted attributes of a tag by their names in lower case; of equal ones the first counts, as in browsers. */
function attributesOf(tag: string): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [, , name = '', , double, single] of tag.matchAll(ATTRIBUTE)) {
    const value = double ?? single;
    if (value !== undefined && !given.has(name.toLowerCase())) given.set(name.toLowerCase(), value);
  }
  return given;
}

/** 繁體版 → 简体版, in the writing of the page it leads to. */
const backLabel = (text: string): string => text.replace(/繁[体體]/g, '简体').replaceAll('體', '体');
