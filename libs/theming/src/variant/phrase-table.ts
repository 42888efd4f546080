/** Words and their replacements, the longest first at each place. */
export class PhraseTable {
  private readonly words = new Map<string, string>();
  /** How long the longest word is that begins with a sign, counted in UTF-16 units. */
  private readonly longest = new Map<number, number>();

  /** Dictionaries as OpenCC writes them (`词 詞|…`); the first one that has a word decides. */
  constructor(...dictionaries: readonly string[]) {
    for (const dictionary of dictionaries) for (const entry of dictionary.split('|')) this.add(entry);
  }

  get size(): number {
    return this.words.size;
  }

  /** The longest word of the table that stands at `from`; empty when none does. */
  at(text: string, from: number): string {
    const most = this.longest.get(text.codePointAt(from) as number);
    if (most === undefined) return '';
    for (let length = Math.min(most, text.length - from); length > 0; length -= 1) {
      const word = text.slice(from, from + length);
      if (this.words.has(word)) return word;
    }
    return '';
  }

  replacementOf(word: string): string {
    return this.words.get(word) ?? word;
  }

  replaceIn(text: string): string {
    let replaced = '';
    let copied = 0;
    for (let at = 0; at < text.length;) {
      const word = this.at(text, at);
      if (word) {
        replaced += text.slice(copied, at) + this.replacementOf(word);
        at += word.length;
        copied = at;
      } else {
        at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
      }
    }
    return copied === 0 ? text : replaced + text.slice(copied);
  }

  private add(entry: string): void {
    const space = entry.indexOf(' ');
    const word = entry.slice(0, space);
    if (space <= 0 || this.words.has(word)) return;
    this.words.set(word, entry.slice(space + 1));
    const first = word.codePointAt(0) as number;
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, word.length));
  }
}
