/** One part of a rule of index numbers: a word the platform fills in, a serial with its width, or fixed text. */
export interface RulePart {
  word: string;
  text: string;
  width: number;
}

/** `{org9}/{year}-{serial5}` as parts. */
export function partsIn(template: string): RulePart[] {
  return template
    .split(/(\{[a-zA-Z0-9]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const serial = /^\{serial(\d)\}$/.exec(piece);
      if (serial) return { word: 'serial', text: '', width: Number(serial[1]) };
      const word = /^\{([a-zA-Z0-9]+)\}$/.exec(piece)?.[1];
      return word ? { word, text: '', width: 5 } : { word: 'text', text: piece, width: 5 };
    });
}

export function templateOf(parts: readonly RulePart[]): string {
  return parts
    .map(({ word, text, width }) =>
      word === 'text' ? text : word === 'serial' ? `{serial${width}}` : `{${word}}`,
    )
    .join('');
}
