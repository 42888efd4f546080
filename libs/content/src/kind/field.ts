export const FIELD_TYPES = [
  'text',
  'longText',
  'date',
  'select',
  'number',
  'url',
  'asset',
  'assets',
  'article',
  'list',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** What files a field takes, judged by the content of the file. */
export type AcceptedFile = 'image' | 'video' | 'file';

/** 要素：one field of a kind, as data. The form of the console is made from it, and what is saved is judged by it. */
export interface KindField {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  /** Asked for when the article is handed in; a draft may be saved without it. */
  readonly isRequired?: boolean;
  readonly help?: string;
  /** Heading that fields standing together share. */
  readonly group?: string;
  readonly placeholder?: string;
  /** Most characters of a text, most entries of a list or of files. */
  readonly most?: number;
  /** For `number`. */
  readonly least?: number;
  /** For `select`. */
  readonly options?: readonly FieldOption[];
  /** A `select` that also takes words of one's own. */
  readonly isOpen?: boolean;
  /** What stands in it before anybody chose. */
  readonly initial?: string;
  /** For `asset` and `assets`. */
  readonly accept?: AcceptedFile;
  /** For `article`: only articles of this kind. */
  readonly ofKind?: string;
  /** For `list`: the fields of each row. */
  readonly row?: readonly KindField[];
  /** Only asked for, and only shown, while another field has one of these values. */
  readonly when?: { readonly key: string; readonly isOneOf: readonly string[] };
  /** Brings what people type into its one form before it is judged. */
  normalise?(text: string): string;
  /** What is wrong with a value, in Chinese; null when nothing is. Runs after the check of the type. */
  judge?(text: string, today: string): string | null;
}

export const choices = (words: Readonly<Record<string, string>>): FieldOption[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const ownWords = (words: readonly string[]): FieldOption[] =>
  words.map((word) => ({ value: word, label: word }));
