import type { ArticleLink } from './article.view';

/** 相关文章 shown below an article. */
export const MOST_RELATED = 5;
/** How much two titles must share: one keyword, or some words. */
const ENOUGH = 3;

interface Told {
  readonly title: string;
  /** 关键词, as the editor wrote them. */
  readonly keywords: readonly string[];
}

/**
 * 相关文章: among articles of the same channel those whose titles share keywords or words with this one,
 * the closest first. Older ones only: a new article changes no page but its neighbours'.
 */
export function relatedTo(article: Told, candidates: readonly ArticleLink[]): ArticleLink[] {
  const words = pairsOf(article.title);
  return candidates
    .map((link) => ({ link, share: shareOf(article, words, link.title) }))
    .filter(({ share }) => share >= ENOUGH)
    .sort((left, right) => right.share - left.share || +right.link.publishedAt - +left.link.publishedAt)
    .slice(0, MOST_RELATED)
    .map(({ link }) => link);
}

function shareOf({ keywords }: Told, words: ReadonlySet<string>, title: string): number {
  const named = keywords.filter((word) => [...word].length > 1 && title.includes(word)).length;
  return named * ENOUGH + [...pairsOf(title)].filter((pair) => words.has(pair)).length;
}

/** Words every official title has: they relate nothing. */
const EVERYDAY =
  /关于|进一步|的通知|的公告|通知|公告|意见|实施|工作|开展|做好|加强|全县|我县|县政府|召开|会议|举行|20\d\d年?/g;

/** Pairs of neighbouring characters: what Chinese titles share when they share words. */
function pairsOf(title: string): Set<string> {
  const parts = title.replace(EVERYDAY, ' ').match(/[\p{Script=Han}A-Za-z0-9]+/gu) ?? [];
  return new Set(
    parts.flatMap((part) => {
      const letters = [...part];
      return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
    }),
  );
}
