import { findNumbers, numberTokens } from './document-number';
import { fold, titleKey } from './folding';
import { planQuery, wordsMatch } from './query-plan';
import { emptyLexicon, SearchLexicon } from './search-lexicon';
import { highlight, markedHtml, snippetOf } from './snippet';
import { isOneTypoApart } from './typos';

describe('折叠', () => {
  it.each([
    ['滿意度調查', '满意度调查'],
    ['ＡＢＣ１２３（２０２６）', 'abc123(2026)'],
    ['清水鎮　公告', '清水镇 公告'],
    ['𠮷野家\u202e', '𠮷野家 '],
  ])('writes %s as %s, place by place', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text)).toHaveLength(text.length);
  });

  it('gives one key to titles that differ in marks and width only', () => {
    expect(titleKey('关于“两会”的通知（2026）')).toBe(titleKey('關於 「兩會」的通知(２０２６)'));
  });
});

describe('发文字号', () => {
  it.each([
    '示政发〔2026〕3号',
    '示政发[2026]3号',
    '示政发【2026】3',
    '示政发（2026）第3号',
    '示政发「2026」3号',
    '示政发(２０２６)３号',
    '示政发 2026-3号',
    '示政发 2026 3',
    '示政发2026年3号',
  ])('is found in %s', (text) => {
    const [found] = findNumbers(fold(text));

    expect(found).toMatchObject({ year: '2026', serial: '3' });
    expect(found?.prefix).toBe('示政发');
  });

  it('is kept under every ending of its beginning, so that part of it finds it', () => {
    expect(numberTokens('县政府示政发〔2026〕3号')).toEqual(
      expect.arrayContaining(['x2026x3', '发x2026x3', '示政发x2026x3']),
    );
  });

  it.each(['2026年3月5日', '2026-03-05', '今天是2026年', '13800000000', '3号楼'])(
    'is not seen in %s',
    (text) => {
      expect(findNumbers(text)).toEqual([]);
    },
  );
});

describe('查询', () => {
  it.each([
    '"',
    '""" OR *',
    'title:a',
    'a NEAR b',
    '(',
    ')',
    '*',
    '-',
    '^a',
    '{x}',
    'AND OR NOT',
    '\0',
    '\ud800',
    '。。。',
    '',
  ])('takes %j as words, never as a query language', (typed) => {
    const plan = planQuery(typed, emptyLexicon);

    expect(wordsMatch(plan.units) ?? '').not.toMatch(/[{}*^:\0]/);
  });

  it('looks for a 文号 by the number alone, not by letters that stand in other numbers too', () => {
    expect(planQuery('〔2026〕3号', emptyLexicon).pairs).toEqual([]);
    expect(planQuery('示政发〔2026〕3号', emptyLexicon).pairs).not.toEqual([]);
  });

  it('leaves out words that say nothing, unless there are no others', () => {
    expect(planQuery('公积金的提取', emptyLexicon).units.map(({ text }) => text)).toEqual(['公积金', '提取']);
    expect(planQuery('的', emptyLexicon).units.map(({ text }) => text)).toEqual(['的']);
  });

  it('puts words of one meaning beside each other and takes an own word whole', () => {
    const lexicon = new SearchLexicon(['云山湖度假区'], [['医保', '医疗保险']]);
    const [place, insurance] = planQuery('云山湖度假区医保', lexicon).units;

    expect(place?.ways).toContainEqual(['云山湖度假区']);
    expect(insurance?.ways.flat()).toEqual(expect.arrayContaining(['医保', '医疗保险']));
  });

  it('takes the longest own word at each place, in thousands of words as in one', () => {
    const many = Array.from({ length: 12_000 }, (_, at) => `词${at.toString(36)}`);
    const lexicon = new SearchLexicon(['云山', '云山湖', '湖𠮷', '(a+)+$', ...many]);
    const text = '云山湖𠮷云山的湖𠮷aa词7z'.repeat(5_000);

    expect(lexicon.split('云山湖𠮷云山的湖𠮷').map((each) => [each.text, each.isOwn])).toEqual([
      ['云山湖', true],
      ['𠮷', false],
      ['云山', true],
      ['的', false],
      ['湖𠮷', true],
    ]);
    expect(lexicon.occurrences(text)).toHaveLength(30_000);
  });

  it('knows a place with and without what kind of place it is', () => {
    const [unit] = planQuery('清水镇', new SearchLexicon(['清水镇'])).units;

    expect(unit?.ways).toContainEqual(['清水']);
  });

  it('bounds what is asked of the index', () => {
    expect(planQuery('县政府工作报告'.repeat(1500), emptyLexicon).units.length).toBeLessThanOrEqual(12);
  });
});

describe('错一个字', () => {
  it.each([
    ['公积斤', '公积金', true],
    ['公积', '公积金', true],
    ['公积积金', '公积金', true],
    ['公金积', '公积金', true],
    ['公积金', '公积金', false],
    ['住房金', '公积金', false],
  ])('%s and %s: %s', (left, right, isOne) => {
    expect(isOneTypoApart(left, right)).toBe(isOne);
  });
});

describe('摘要', () => {
  it('marks what was found in the writing of the text, and nothing of the text is markup', () => {
    const parts = highlight('<b>滿意度</b>調查', ['满意度']);

    expect(markedHtml(parts)).toBe('&lt;b&gt;<mark>滿意度</mark>&lt;/b&gt;調查');
  });

  it('shows the place where it was found and never half a character', () => {
    const text = `${'𠮷'.repeat(200)}公积金${'𠮷'.repeat(200)}`;
    const parts = snippetOf(['', text], ['公积金']);

    expect(parts.find(({ isHit }) => isHit)?.text).toBe('公积金');
    expect(parts.every((part) => part.text.isWellFormed())).toBe(true);
  });
});
