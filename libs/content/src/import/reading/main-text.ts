import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

interface Weight {
  /** Characters outside of links, punctuation counted heavily: menus have none. */
  readonly text: number;
  readonly link: number;
}

const STOP = /^(?:script|style|noscript|template|iframe|select|option|textarea|head|title|nav)$/;
const FURNITURE_NAME =
  /(?:^|[-_ ])(?:nav|menu|foot(?:er)?|copyright|crumbs?|breadcrumb|sidebar|side|link[s]?|search|share|comment)(?:$|[-_ ])/i;
const HALF = 0.6;

/**
 * 正文识别 by the density of text: from the body downwards always into the part that holds most of the words
 * outside of links, until the words are spread over several parts. Menus are links and weigh nothing.
 */
export function mainText($: CheerioAPI): { element: Element; isList: boolean } | null {
  const [body] = $('body').toArray();
  if (!body) return null;
  const weights = new Map<AnyNode, Weight>();
  weigh(body, weights, false);
  const all = weights.get(body) as Weight;
  let at: Element = body;
  for (;;) {
    const here = (weights.get(at) as Weight).text;
    const children = (at.children as AnyNode[]).filter((node): node is Element => 'tagName' in node);
    const best = children.reduce<Element | null>(
      (most, child) =>
        (weights.get(child)?.text ?? 0) > ((most && weights.get(most)?.text) ?? 0) ? child : most,
      null,
    );
    if (!best || (weights.get(best)?.text ?? 0) < here * HALF) break;
    // A single long paragraph is not the article; its holder is.
    if (
      /^(?:p|span|font|strong|b|em|a|h[1-6]|pre|li|ul|ol|dl|blockquote|figure|table|tbody|tr)$/.test(
        best.tagName,
      ) &&
      !isHolder(best, weights)
    )
      break;
    at = best;
  }
  return { element: at, isList: all.text < 120 || (all.link > all.text * 2 && all.text < 400) };
}

/** Old pages are laid out with tables: such tags are walked through when most words stand below them. */
function isHolder(element: Element, weights: ReadonlyMap<AnyNode, Weight>): boolean {
  if (!/^(?:table|tbody|tr)$/.test(element.tagName)) return false;
  const rows = (element.children as AnyNode[]).filter((node) => (weights.get(node)?.text ?? 0) > 0);
  const most = Math.max(0, ...rows.map((node) => weights.get(node)?.text ?? 0));
  return most >= (weights.get(element)?.text ?? 0) * HALF;
}

function weigh(node: AnyNode, weights: Map<AnyNode, Weight>, isLinked: boolean): Weight {
  if ('data' in node && node.type === ('text' as AnyNode['type'])) {
    const text = String(node.data).replace(/\s+/g, '');
    const points = text.match(/[，。；：、！？“”]/gu)?.length ?? 0;
    return isLinked ? { text: 0, link: text.length } : { text: text.length + points * 4, link: 0 };
  }
  if (!('children' in node)) return { text: 0, link: 0 };
  const element = node as Element;
  const tag = 'tagName' in element ? element.tagName : '';
  let [text, link] = [0, 0];
  if (!STOP.test(tag)) {
    const inLink = isLinked || tag === 'a';
    for (const child of node.children as AnyNode[]) {
      const weight = weigh(child, weights, inLink);
      text += weight.text;
      link += weight.link;
    }
  }
  const names =
    tag === '' || tag === 'body' ? '' : `${element.attribs.id ?? ''} ${element.attribs.class ?? ''}`;
  const weight =
    FURNITURE_NAME.test(names) || /^(?:footer|aside)$/.test(tag) ? { text: 0, link } : { text, link };
  weights.set(node, weight);
  return weight;
}
