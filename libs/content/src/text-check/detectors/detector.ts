/** What a detector found: where, what to write instead, and why, for the editor in Chinese. */
export interface RawHit {
  /** Offsets in UTF-16 units; `text.slice(start, end)` is what was found. */
  readonly start: number;
  readonly end: number;
  /** What to put in place of the found text; null or absent when only a person can say. */
  readonly suggest?: string | null;
  /** What is wrong and what to do. */
  readonly reason: string;
  /** Where this find weighs more or less than the detector as a whole. */
  readonly severity?: Detector['severity'];
}

/** 检测器：a pure rule that reads a text. Same text, same hits, in the order of the text. */
export interface Detector {
  /** Stable; part of the key by which a dismissal is remembered. */
  readonly code: string;
  readonly kind: 'bracket' | 'date' | 'secrecy' | 'personal' | 'spam' | 'wording';
  /** By default; a site may set its own. */
  readonly severity: 'block' | 'warn' | 'hint';
  /** For lists of rules: the Chinese name. */
  readonly name: string;
  readonly detect: (text: string) => readonly RawHit[];
}
