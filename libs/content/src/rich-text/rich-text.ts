import { SanitizedHtml } from '@zhanqun/theming';
import { load } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import sanitizeHtml from 'sanitize-html';
import { responsivePictures } from '../asset/responsive-pictures';
import { BlockText } from './block-text';
import { ATTRIBUTES, attributesOf, DROPPED_WITH_CONTENT, isLinkable, TAGS } from './text-tags';
import type { RemovedPart, Report } from './text-nodes';

export type { RemovedPart } from './text-nodes';
export * from './plain-text';
export { TEXT_CLASSES } from './text-tags';

export interface CleanRichText {
  readonly html: string;
  readonly removed: readonly RemovedPart[];
}

/**
 * 净化正文: keeps the words and their structure, takes away everything that could run, load or
 * restyle. Running it on its own result changes nothing, so a text may be saved any number of times;
 * nor does opening the result in the editor and saving it again.
 */
export function sanitizeRichText(html: string): string {
  return cleanRichText(html).html;
}

/** As `sanitizeRichText`, and tells what was taken away. */
export function cleanRichText(html: string): CleanRichText {
  const removed: RemovedPart[] = [];
  const report: Report = (what, detail) => {
    const part = { what, detail: detail.slice(0, 120) };
    const isKnown = removed.some((known) => known.what === what && known.detail === part.detail);
    if (removed.length < 50 && !isKnown) removed.push(part);
  };

  // Misplaced tags settle only after being written and read again, as the HTML standard itself notes.
  let cleaned = html;
  for (let round = 0; round < 5; round += 1) {
    const before = cleaned;
    cleaned = allowed(normalised(before, round === 0 ? report : () => undefined));
    if (cleaned === before) break;
  }
  return { html: cleaned, removed };
}

const FENCE: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  nonTextTags: [...DROPPED_WITH_CONTENT],
  disallowedTagsMode: 'discard',
  allowedAttributes: Object.fromEntries(Object.entries(ATTRIBUTES).map(([tag, names]) => [tag, [...names]])),
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
  allowProtocolRelative: false,
  parser: { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: attributesOf(tagName, attribs) }) },
};

/** The fence: whatever is not on the lists does not pass. */
function allowed(html: string): string {
  return sanitizeHtml(html, FENCE).trim();
}

/**
 * Reads the text as a browser would (so that what is judged is what will be seen) and writes it in the
 * form of the editor. The allow-list comes after it and trusts nothing.
 */
function normalised(html: string, report: Report): string {
  const $ = load(isTooDeep(html) ? html.replace(/<[^<>]*>/g, ' ') : html, null, false);
  for (const element of elementsOf($.root()[0])) {
    const tag = element.tagName;
    if (DROPPED_WITH_CONTENT.has(tag)) {
      report('tag', tag);
      $(element).remove();
    } else if (tag === 'a' && element.attribs.href !== undefined && !isLinkable(element.attribs.href)) {
      report('address', element.attribs.href);
    }
  }
  return new BlockText(report).write($.root()[0]?.children ?? []);
}

const CLOSED_BY_THEMSELVES =
  /^(?:p|li|td|th|tr|dt|dd|thead|tbody|tfoot|col|option|br|hr|img|wbr|input|source|meta|link)$/i;
const DEEPEST = 200;

/** Texts are flat; thousands of nested tags are an attack on the parser and are read without any tag. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (CLOSED_BY_THEMSELVES.test(tag as string)) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Elements below a node, innermost first, so that changing one does not hide another. */
function elementsOf(node: AnyNode | undefined): Element[] {
  const found: Element[] = [];
  const waiting: AnyNode[] = node && 'children' in node ? [...(node.children as AnyNode[])] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!('children' in next)) continue;
    if ('tagName' in next) found.push(next as Element);
    for (const child of next.children as AnyNode[]) waiting.push(child);
  }
  return found.reverse();
}

/**
 * A stored body as templates may show it. Bodies are sanitised when they are saved; here only the
 * addresses of own files get the prefix of a site that lives under a path of another's host, and smaller
 * files are offered beside its pictures.
 */
export function sanitizedBody(storedBody: string, sitePrefix: string): SanitizedHtml {
  const html =
    sitePrefix === ''
      ? storedBody
      : storedBody.replace(/(\s(?:src|href)=")\/_files\//g, `$1${sitePrefix}/_files/`);
  return SanitizedHtml.fromSanitizer(responsivePictures(html));
}
