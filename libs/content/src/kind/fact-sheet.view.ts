/** One short fact: label and words, and where they lead. */
export interface FactLine {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly url: string | null;
}

export interface FactText {
  readonly key: string;
  readonly label: string;
  readonly paragraphs: readonly string[];
}

export interface FactTable {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly string[];
  /** Cells as paragraphs, in the order of the columns. */
  readonly rows: readonly (readonly (readonly string[])[])[];
}

export interface FactPicture {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

export interface FactFilm {
  readonly url: string;
  readonly mime: string;
  readonly name: string;
}

/** 要素 of an article as its page shows them: whatever the kind declares, in four forms. Blank ones are left out. */
export interface FactSheet {
  readonly lines: readonly FactLine[];
  readonly texts: readonly FactText[];
  readonly tables: readonly FactTable[];
  readonly pictures: readonly FactPicture[];
  readonly film: FactFilm | null;
}
