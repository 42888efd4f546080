const made = new WeakSet<SanitizedHtml>();

/**
 * HTML that went through the content sanitizer: the only value `| safe` lets through unescaped.
 *
 * `from` is called in one place, the sanitizer; a look-alike object with the same fields is not one,
 * because membership is kept in a private set and not in the object.
 */
export class SanitizedHtml {
  private constructor(private readonly html: string) {
    made.add(this);
    Object.freeze(this);
  }

  static readonly empty = new SanitizedHtml('');

  /** Declares that this text was sanitised. Only the content sanitizer may say so. */
  static fromSanitizer(html: string): SanitizedHtml {
    return new SanitizedHtml(html);
  }

  static is(value: unknown): value is SanitizedHtml {
    return typeof value === 'object' && value !== null && made.has(value as SanitizedHtml);
  }

  get isEmpty(): boolean {
    return this.html === '';
  }

  toString(): string {
    return this.html;
  }
}
