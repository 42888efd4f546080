import fc from 'fast-check';
import { Converter, Locale } from 'opencc-js/cn2t';
import { PhraseTable } from './phrase-table';
import { traditionalText, type Conversion } from './traditional-text';

let convert: Conversion;
beforeAll(async () => {
  convert = await traditionalText();
});

describe('简体转繁体', () => {
  it.each([
    ['头发发展', '頭髮發展'],
    ['皇后在后面', '皇后在後面'],
    ['干部吃饼干，天干地支', '幹部吃餅乾，天干地支'],
    ['这里到县里三公里', '這裡到縣裡三公里'],
    ['政府信息公开', '政府信息公開'],
    ['网上办事、软件下载', '網上辦事、軟件下載'],
    ['为人民服务', '為人民服務'],
    ['𠮷野家 2026-03-05 <&>', '𠮷野家 2026-03-05 <&>'],
    ['', ''],
  ])('writes %s as %s', (simplified, traditional) => {
    expect(convert(simplified)).toBe(traditional);
  });

  it('says what OpenCC itself says, on any row of words', () => {
    const opencc = Converter({ from: 'cn', to: 'tw' });
    const dictionary = String(
      (Locale.configs as unknown as { s2tw: { segmentation: string[] } }).s2tw.segmentation[0],
    ).split('|');
    const word = fc.nat(dictionary.length - 1).map((at) => dictionary[at]?.split(' ')[0] ?? '');
    const cut = word.map((text) => text.slice(0, -1));
    const other = fc
      .string({ unit: 'grapheme', maxLength: 4 })
      .filter((text) => !/[\u2ff0-\u2fff]/.test(text));

    fc.assert(
      fc.property(fc.array(fc.oneof(word, cut, other), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(convert(text)).toBe(opencc(text));
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('never makes or loses markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const markup = (each: string) => each.replace(/[^<>&"']/g, '');
        expect(markup(convert(text))).toBe(markup(text));
      }),
    );
  });
});

describe('词表', () => {
  it('takes the longest word, and the first dictionary that has it', () => {
    const table = new PhraseTable('ab 1|abc 2|b 3', 'ab 9|d 4');

    expect(table.replaceIn('xabcabdb')).toBe('x2143');
    expect(table.size).toBe(4);
  });
});
