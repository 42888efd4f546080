/** Plain data that may be written as JSON-LD. */
export type JsonLd = { readonly [key: string]: JsonValue | undefined };
type JsonValue = string | number | boolean | null | readonly (JsonValue | undefined)[] | JsonLd;

const BREAKING = /[<>&\u2028\u2029]/g;
/** Half of a pair that has lost the other: no program agrees on what it is. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * JSON as it may stand inside `<script type="application/ld+json">`: whatever the texts contain, there is
 * no `<` that could close the element or open a comment, and no line separator that older readers
 * stumble over. Parsing it gives back the same texts.
 */
export function jsonLdText(data: unknown): string {
  const text = JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(HALF, '\ufffd') : value,
  );
  return (text ?? 'null').replace(
    BREAKING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
