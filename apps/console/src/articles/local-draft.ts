import type { ArticleText } from '@/api/articles';
import { forget, recall, remember } from '@/parts/memory';

export interface LocalDraft {
  text: ArticleText;
  /** Version the text was begun from; null for a new article. */
  version: number | null;
  keptAt: string;
}

/** Text not yet saved on the server, kept per account, site and article in this browser. */
export function localDraft(accountId: number, site: string, articleId: number | 'new') {
  const key = `draft.${accountId}.${site}.${articleId}`;
  return {
    read: () => recall<LocalDraft>(key),
    keep: (text: ArticleText, version: number | null) =>
      remember(key, { text, version, keptAt: new Date().toISOString() } satisfies LocalDraft),
    drop: () => forget(key),
  };
}
