import { checkText, type ArticleText } from './article-text';
import { isDocumentNumber, normaliseDocumentNumber, type PolicyFacts } from './policy-facts';

const today = '2026-03-05';
const words: ArticleText = {
  title: '春耕备耕工作部署会召开',
  source: '示范县农业农村局',
  body: '<p>正文</p>',
};
const facts: PolicyFacts = {
  documentNumber: '示政发〔2026〕3号',
  issuedOn: '2026-03-01',
  issuer: '示范县人民政府',
  subjectCategory: '农业、林业、水利\\农业',
  genre: '通知',
  validity: 'valid',
  effectiveOn: '',
  amendedOn: '',
  expiresOn: '',
  successorArticleId: null,
};

function refusal(text: Partial<ArticleText>, kind: Parameters<typeof checkText>[0] = 'news'): unknown {
  try {
    checkText(kind, { ...words, ...text }, today);
    return null;
  } catch (error) {
    return error;
  }
}

describe('稿件文字', () => {
  it('takes a title of two hundred rare characters', () => {
    const title = '𠮷䶮'.repeat(100);

    expect(checkText('news', { ...words, title }, today).title).toBe(title);
    expect(refusal({ title: `${title}龘` })).toMatchObject({ code: 'content.article.textInvalid' });
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\ud842b'],
    ['a line break', '一\n二'],
    ['a mark that turns the reading direction', '通\u202e知'],
  ])('refuses %s in the title', (_, title) => {
    expect(refusal({ title })).toMatchObject({
      code: 'content.article.textInvalid',
      details: { faults: [expect.objectContaining({ field: 'title' })] },
    });
  });

  it.each(['\u0000', '\udc00'])('refuses unstorable characters in the body', (character) => {
    expect(refusal({ body: `<p>${character}</p>` })).toMatchObject({
      details: { faults: [expect.objectContaining({ field: 'body' })] },
    });
  });

  it('tells all faults at once', () => {
    expect(refusal({ title: ' ', source: '' })).toMatchObject({
      message: '标题必填；来源必填',
      details: {
        faults: [
          { field: 'title', message: '标题必填' },
          { field: 'source', message: '来源必填' },
        ],
      },
    });
  });

  it('takes half a million characters and says what to do beyond a million', () => {
    expect(checkText('news', { ...words, body: '字'.repeat(500_000) }, today).body).toHaveLength(500_000);
    expect(refusal({ body: '𠮷'.repeat(1_000_001) })).toMatchObject({
      code: 'content.article.tooLong',
      kind: 'tooLarge',
    });
  });

  it('keeps document facts only with policy documents', () => {
    expect(checkText('news', { ...words, facts }, today).facts).toBeNull();
    expect(checkText('policyDocument', { ...words, facts }, today).facts).toEqual({
      ...facts,
      interpretationWaiver: '',
    });
  });
});

describe('公文要素', () => {
  it.each([
    ['示政发〔2026〕3号', true],
    ['古政办函〔2020〕9号', true],
    ['示范县人民政府令第5号', true],
    ['示范县公告2026年第3号', true],
    ['示政发〔2026〕03号', false],
    ['示政发[2026]3号', false],
    ['示政发〔1926〕3号', false],
    ['示政发3号', false],
    ['〔2026〕3号', false],
  ])('judges the document number %s: %s', (text, expected) => {
    expect(isDocumentNumber(text)).toBe(expected);
  });

  it.each([
    ['示政发[2026]3号', '示政发〔2026〕3号'],
    ['示政发（2026）第 03 号', '示政发〔2026〕3号'],
    ['示政发【2026】12', '示政发〔2026〕12号'],
  ])('brings %s into the official form', (typed, expected) => {
    expect(normaliseDocumentNumber(typed)).toBe(expected);
  });
});
