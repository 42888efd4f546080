import { PhraseTable } from './phrase-table';

export type Conversion = (text: string) => string;

/** The shape of `Locale.configs` of opencc-js. */
interface OpenccRecipe {
  readonly normalizationChain?: readonly (readonly string[])[];
  readonly segmentation: readonly string[];
  readonly conversionChain: readonly (readonly string[])[];
}

let loading: Promise<Conversion> | undefined;

/**
 * 简体 → 繁体 by the dictionaries of OpenCC: words first, then single signs, in the forms in common use
 * (為, 裡, 啟), the vocabulary unchanged. Loaded when the first page is asked for; a site network that
 * nobody reads so pays nothing.
 */
export function traditionalText(): Promise<Conversion> {
  return (loading ??= load());
}

async function load(): Promise<Conversion> {
  const { Locale } = await import('opencc-js/cn2t');
  const recipe = Locale.configs.s2tw as unknown as OpenccRecipe;
  const [toStandard = [], toCommon = []] = recipe.conversionChain;
  const compatible = new PhraseTable(...(recipe.normalizationChain ?? []).flat());
  const words = new PhraseTable(...recipe.segmentation);
  const signs = new PhraseTable(...toStandard.filter((each) => !recipe.segmentation.includes(each)));
  const forms = new PhraseTable(...toCommon);
  const common: Conversion = (text) => forms.replaceIn(text);
  return (text) => inWords(compatible.replaceIn(text), words, signs, common);
}

/** As OpenCC goes: the text falls into known words and what lies between; each piece is converted alone. */
function inWords(text: string, words: PhraseTable, signs: PhraseTable, common: Conversion): string {
  let converted = '';
  let between = 0;
  const close = (end: number): void => {
    if (end > between) converted += common(signs.replaceIn(text.slice(between, end)));
  };
  for (let at = 0; at < text.length;) {
    const word = words.at(text, at);
    if (word) {
      close(at);
      converted += common(words.replacementOf(word));
      at += word.length;
      between = at;
    } else {
      at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    }
  }
  close(text.length);
  return converted;
}
