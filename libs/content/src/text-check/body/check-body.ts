import type { TextHit } from '../check-hit';
import type { EffectiveList } from '../lists/effective-list';
import type { Body, Place } from './read-body';
import { findRule } from '../check-rules';

const LONGEST_SHOWN = 60;
/** Addresses that are the government's. */
const GOVERNMENT = /(?:^|\.)gov\.cn$/i;

type Found = Place & { readonly text?: string; readonly reason: string; readonly suggest?: string };

/** Rules about the structure of a body. `ownHosts`: the site's own domain names, which are inside wherever they lie. */
export function checkBody(list: EffectiveList, body: Body, ownHosts: readonly string[] = []): TextHit[] {
  const hits: TextHit[] = [];
  const report = (rule: string, found: readonly Found[]): void => {
    const severity = list.severity(rule);
    const kind = findRule(rule)?.kind;
    if (!severity || !kind) return;
    for (const { start, end, text, reason, suggest = null } of found) {
      const shown = (text ?? body.text.slice(start, end)).slice(0, LONGEST_SHOWN).toWellFormed();
      hits.push({ start, end, text: shown, kind, rule, suggest, severity, reason });
    }
  };
  report('altMissing', picturesWithoutAlt(body));
  report('headingSkipped', skippedHeadings(body));
  report('tableHeadMissing', tablesWithoutHead(body));
  report('textHidden', hiddenTexts(body));
  report('linkOutside', outsideLinks(body, ownHosts));
  return hits;
}

function picturesWithoutAlt({ pictures }: Body): Found[] {
  return pictures
    .filter(
      ({ alt }) => alt === '' || /^(?:图片|image|img|picture|\d+)$|\.(?:jpe?g|png|gif|webp)$/i.test(alt),
    )
    .map(({ at, source }) => ({
      start: at,
      end: at,
      text: decodeName(source),
      reason: '图片没有说明文字（替代文本），看不见图片的人无法知道内容，请补充',
    }));
}

function skippedHeadings({ headings }: Body): Found[] {
  return headings.flatMap((heading, index) => {
    const above = index === 0 ? 1 : (headings[index - 1]?.level ?? 1);
    if (heading.level <= above + 1) return [];
    return [{ ...heading, reason: `小标题从第 ${above} 级直接跳到第 ${heading.level} 级，应逐级使用` }];
  });
}

function tablesWithoutHead({ tables, text }: Body): Found[] {
  return tables
    .filter(({ hasHead, start, end }) => !hasHead && text.slice(start, end).includes('\n'))
    .map(({ start, end }) => {
      const line = text.slice(start, end).split('\n')[0] ?? '';
      return { start, end: start + line.length, reason: '表格没有表头，请把标题行（列）设为表头单元格' };
    });
}

function hiddenTexts({ hidden }: Body): Found[] {
  return hidden.map((place) => ({
    ...place,
    reason: '这些文字被样式隐藏，读者看不到，请删除（常见于暗链）',
  }));
}

function outsideLinks({ links }: Body, ownHosts: readonly string[]): Found[] {
  return links.flatMap((link) => {
    const host = hostOf(link.address);
    if (!host || GOVERNMENT.test(host) || ownHosts.includes(host)) return [];
    return [
      { ...link, reason: `链接指向政府网站以外的“${host}”，请核实内容；公开页面上点击时会提示离开本站` },
    ];
  });
}

/** The host of a web address; null for own paths, anchors and mail. */
export function hostOf(address: string): string | null {
  if (!/^(?:https?:)?\/\//i.test(address)) return null;
  const url = address.startsWith('//') ? `http:${address}` : address;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

function decodeName(source: string): string {
  const name = source.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name) || '图片';
  } catch {
    return name || '图片';
  }
}
