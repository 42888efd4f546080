import { tagsRefused } from './asset.errors';

const LONGEST = 20;
const MOST = 12;

/** Tags as they are stored: `;春耕;会议;`. Raises `content.asset.tagsRefused`. */
export function storedTags(tags: readonly string[]): string {
  const clean = [...new Set(tags.map((tag) => tag.normalize('NFC').trim()).filter((tag) => tag !== ''))];
  const isWrong = (tag: string): boolean => [...tag].length > LONGEST || /[;\p{Cc}\p{Surrogate}]/u.test(tag);
  if (clean.length > MOST || clean.some(isWrong)) throw tagsRefused();
  return clean.length === 0 ? '' : `;${clean.join(';')};`;
}

export const tagList = (stored: string): string[] => stored.split(';').filter((tag) => tag !== '');
