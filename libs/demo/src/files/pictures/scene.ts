/** A picture of the county: what it says to those who do not see it, and how it is drawn. */
export interface Scene {
  readonly alt: string;
  readonly art: () => string;
}
