/** pages/contact.njk; what is not known is `''` and is not shown. */
export interface ContactView {
  readonly organisation: string;
  readonly sponsor: string;
  readonly operator: string;
  readonly competentAuthority: string;
  readonly address: string;
  readonly postcode: string;
  readonly phone: string;
  readonly hours: string;
  readonly email: string;
  /** Paragraphs. */
  readonly directions: readonly string[];
}
