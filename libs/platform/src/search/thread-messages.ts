import type { SearchAnswer, SearchQuestion, SearchScope, Suggestion } from './search-document';

/** A dictionary is sent once and named by its number afterwards. */
export type ThreadMessage =
  | {
      readonly kind: 'lexicon';
      readonly lexicon: number;
      readonly words: readonly string[];
      readonly synonyms: readonly (readonly string[])[];
    }
  | { readonly kind: 'forget' }
  | {
      readonly kind: 'search';
      readonly id: number;
      readonly now: Date;
      readonly lexicon: number;
      readonly question: SearchQuestion;
    }
  | {
      readonly kind: 'suggest';
      readonly id: number;
      readonly lexicon: number;
      readonly typed: string;
      readonly scope: SearchScope;
      readonly most: number;
    }
  | { readonly kind: 'close' };

export type ThreadAnswer =
  | { readonly id: number; readonly result: SearchAnswer | readonly Suggestion[] }
  | { readonly id: number; readonly fault: string };
