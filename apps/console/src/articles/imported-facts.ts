import type { ArticleText } from '@/api/articles';
import type { ConvertedDocument } from '@/api/editing';

/** What a document said of itself fills what is still empty; nothing that was typed is overwritten. */
export function takeFacts(text: ArticleText, document: ConvertedDocument): void {
  if (text.title.trim() === '') text.title = document.title;
  if (text.kind !== 'policyDocument') return;
  const facts = { ...text.facts };
  for (const name of ['documentNumber', 'issuer', 'issuedOn'] as const)
    if (!facts[name] && document[name] !== '') facts[name] = document[name];
  text.facts = facts;
}
