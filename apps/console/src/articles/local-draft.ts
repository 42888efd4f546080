import type { ArticleText } from '@/api/articles';
import { forget, recall, remember } from '@/parts/memory';
import { bigForget, bigRecall, bigRemember } from './big-memory';

export interface LocalDraft {
  text: ArticleText;
  /** Version the text was begun from; null for a new article. */
  version: number | null;
  keptAt: string;
}

/**
 * Text not yet saved on the server, kept per account, site and article in this browser. Small storage first,
 * because it is written at once even while the tab is being closed; the big one when that is full.
 */
export function localDraft(accountId: number, site: string, articleId: number | 'new') {
  const key = `draft.${accountId}.${site}.${articleId}`;
  return {
    async read(): Promise<LocalDraft | undefined> {
      const [small, big] = [recall<LocalDraft>(key), await bigRecall<LocalDraft>(key)];
      if (!small || !big) return small ?? big;
      return small.keptAt >= big.keptAt ? small : big;
    },
    /** Whether it is kept already; `later` tells whether the big storage took it. */
    keep(text: ArticleText, version: number | null, later: (isKept: boolean) => void): boolean {
      const draft = { text, version, keptAt: new Date().toISOString() } satisfies LocalDraft;
      if (remember(key, draft)) return true;
      // An older copy must not stand before the newer one.
      forget(key);
      void bigRemember(key, JSON.parse(JSON.stringify(draft)) as LocalDraft).then(later);
      return false;
    },
    drop(): void {
      forget(key);
      void bigForget(key);
    },
  };
}
