/** A subject that offices write about again and again, with the words it is written in. */
export interface Topic {
  readonly key: string;
  /** Months in which it makes sense; the whole year when left out. */
  readonly months?: readonly number[];
  /** One that begins with ① or ② goes with the first or second alternative of every paragraph. */
  readonly titles: readonly string[];
  /** One alternative of each paragraph is used, in order. See `Filler` for the blanks. */
  readonly body: readonly (readonly string[])[];
  readonly cover?: readonly string[];
}
