import { parseLexicon, readLexicon } from './lexicon';
import { isExcepted } from './lexicon-context';

const HEAD =
  '@kind misspelling\n@severity warn\n@reason 应为“{right}”。\nwrong\tright\tnotAfter\tnotBefore\twithin\tquoted\n';
const entryOf = (row: string) => {
  const { entries, problems } = parseLexicon(HEAD + row, 'own.tsv');
  expect(problems).toEqual([]);
  return entries[0]!;
};
const found = (row: string, text: string): boolean => {
  const entry = entryOf(row);
  return !isExcepted(entry, text, text.indexOf(entry.wrong));
};

describe('a lexicon file', () => {
  it('takes kind, severity and reason from the section, and a cell of the row before that', () => {
    const own =
      '@kind organisation\n@severity warn\n@reason 应为“{right}”。\n@notAfter 原\nwrong\tright\tseverity\tnotAfter\n卫计委\t卫健委\thint\t前';
    expect(parseLexicon(own, 'own.tsv').entries).toEqual([
      {
        wrong: '卫计委',
        right: '卫健委',
        kind: 'organisation',
        severity: 'hint',
        reason: '应为“卫健委”。',
        notAfter: ['前', '原'],
        notBefore: [],
        within: [],
        isQuotable: false,
        category: '',
        list: 'own',
      },
    ]);
  });

  it.each([
    ['a row without a kind', 'wrong\tright\n布署\t部署', 'own.tsv:2'],
    ['an unknown column', 'wrong\tcolour\n布署\tred', 'own.tsv:1: colour is not a column'],
    ['an unknown section value', '@colour red\nwrong', 'own.tsv:1: @colour is not a column'],
    ['one character', `${HEAD}署\t部署`, 'own.tsv:5: "署" is too short'],
    ['a correction that changes nothing', `${HEAD}部署\t部署`, 'own.tsv:5: "部署" is its own correction'],
    ['a correction that would be found again', `${HEAD}卫计\t卫计委`, 'own.tsv:5: "卫计委" contains "卫计"'],
    ['a phrase without the word', `${HEAD}布署\t部署\t\t\t分布`, 'own.tsv:5: within: "分布"'],
    ['too many cells', `${HEAD}布署\t部署\t\t\t\t\t\tx`, 'own.tsv:5: 8 cells under 6 columns'],
  ])('is refused with file and line for %s', (_, text, problem) => {
    expect(parseLexicon(text, 'own.tsv').problems.join('\n')).toContain(problem);
  });

  it('may contain its own wrong form in the correction when the context protects it', () => {
    expect(entryOf('卫计\t卫计委\t\t委').right).toBe('卫计委');
  });
});

describe('the context of an entry', () => {
  it.each([
    ['布署\t部署\t分', '会议作出布署', true],
    ['布署\t部署\t分', '文件分布署名情况', false],
    ['布署\t部署\t\t名', '对外公布署名文章', false],
    ['布署\t部署\t\t\t公布署名', '对外公布署名文章', false],
    ['布署\t部署\t\t\t公布署名', '公布布署情况', true],
    ['国土资源部\t自然资源部\t\t\t\tskip', '《国土资源部关于土地整治的通知》', false],
    ['国土资源部\t自然资源部\t\t\t\tskip', '依据“《条例》和国土资源部规章”办理', false],
    ['国土资源部\t自然资源部\t\t\t\tskip', '按《条例》和国土资源部规章办理', true],
    ['国土资源部\t自然资源部\t\t\t\tskip', '《条例\n国土资源部规章', true],
  ])('%s in “%s”: found %s', (row, text, expected) => {
    expect(found(row, text)).toBe(expected);
  });
});

describe('the bundled lexicon', () => {
  it('is read without a problem', () => {
    expect(readLexicon().length).toBeGreaterThan(0);
  });
});
