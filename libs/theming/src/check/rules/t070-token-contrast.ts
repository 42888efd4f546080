import { AA, contrast } from '../../settings/contrast';
import type { ThemeRule } from '../rule';
import { tokensOf } from '../tokens';

/** Text and what it stands on. A token that is mixed or missing is not judged here. */
const PAIRS: readonly (readonly [text: string, ground: string, least: number])[] = [
  ['--ink', '--paper', 7],
  ['--ink', '--ground', AA],
  ['--ink-2', '--paper', AA],
  ['--ink-2', '--ground', AA],
  ['--ink-3', '--paper', AA],
  ['--ink-3', '--ground', AA],
  ['--on-main', '--main', AA],
  ['--main', '--paper', AA],
  ['--main', '--main-soft', AA],
  ['--accent', '--paper', AA],
  ['--accent', '--ground', AA],
  ['--footer-ink', '--footer-ground', AA],
];

/** 颜色须读得清: the colours a theme declares, as its pages put them on each other (WCAG 2.1, 1.4.3; text of articles 1.4.6). */
export const tokenContrastRule: ThemeRule = {
  code: 'T070',
  severity: 'error',
  help: '调深文字或调浅底色：一般文字与底色的对比度不低于 4.5，正文不低于 7。',
  *check({ styles, ownStyles, folder }) {
    const tokens = tokensOf(styles);
    const own = folder.manifest.extends === null ? tokens : tokensOf(ownStyles);
    for (const [text, ground, least] of PAIRS) {
      const colors = [tokens.get(text), tokens.get(ground)];
      if (!(own.has(text) || own.has(ground))) continue;
      const [ink, paper] = colors;
      if (!ink || !paper || contrast(ink, paper) >= least) continue;
      yield {
        message: `${text} 在 ${ground} 上的对比度只有 ${contrast(ink, paper).toFixed(2)}，低于 ${least}`,
      };
    }
  },
};
