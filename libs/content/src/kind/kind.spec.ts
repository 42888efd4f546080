import '../kind/kinds';
import { missingIn, readFacts } from './facts';
import { declaredKinds, declareKind, findKind, kindOf } from './kind';
import { travellingFacts } from './travelling-facts';

const today = '2026-03-05';
const read = (kind: string, given: Record<string, unknown>) => readFacts(kindOf(kind), given, today);
const document = {
  documentNumber: '示政发〔2026〕3号',
  issuer: '示范县人民政府',
  issuedOn: '2026-03-01',
  subjectCategory: '农业、林业、水利',
  genre: '通知',
};

describe('文章类型', () => {
  it('declares the eleven kinds of a government site', () => {
    expect(declaredKinds().map(({ code }) => code)).toEqual([
      'news',
      'notice',
      'policyDocument',
      'interpretation',
      'leaderProfile',
      'organisationProfile',
      'gallery',
      'video',
      'download',
      'link',
      'page',
    ]);
  });

  it.each(declaredKinds().map((kind) => [kind.code, kind] as const))(
    'names the page, the channels and the labels of %s',
    (_code, kind) => {
      expect(kind.template).toMatch(/^pages\/[a-z-]+\.njk$/);
      expect(kind.channels.length).toBeGreaterThan(0);
      for (const field of kind.fields) expect(field.label).toMatch(/\p{Script=Han}/u);
      if (kind.copiedAs) expect(findKind(kind.copiedAs)).toBeDefined();
    },
  );

  it('refuses one code for two kinds', () => {
    expect(() => declareKind({ ...kindOf('news') })).toThrow('declared twice');
  });
});

describe('要素', () => {
  it('has none on kinds without fields', () => {
    expect(read('news', { documentNumber: '示政发〔2026〕3号' })).toEqual({ facts: null, faults: [] });
  });

  it('leaves out what the kind does not declare, and completes what it does', () => {
    const { facts } = read('policyDocument', { ...document, hacked: 'x', validity: undefined });

    expect(facts).toMatchObject({ ...document, validity: 'valid', successorArticleId: null, expiresOn: '' });
    expect(facts).not.toHaveProperty('hacked');
  });

  it('brings the document number into the official form', () => {
    expect(read('policyDocument', { documentNumber: '示政发（2026）第 03 号' })).toMatchObject({
      facts: { documentNumber: '示政发〔2026〕3号' },
      faults: [],
    });
  });

  it.each([
    ['policyDocument', { issuedOn: '2026-02-30' }, 'issuedOn', '成文日期不存在'],
    ['policyDocument', { issuedOn: '2026-03-06' }, 'issuedOn', '成文日期不能晚于今天'],
    ['policyDocument', { documentNumber: '第三号文' }, 'documentNumber', '发文字号须为'],
    ['policyDocument', { validity: 'maybe' }, 'validity', '有效性须从列出的选项中选择'],
    [
      'policyDocument',
      { effectiveOn: '2026-04-01', expiresOn: '2026-03-31' },
      'expiresOn',
      '失效日期不能早于',
    ],
    ['policyDocument', { validity: 'valid', successorArticleId: 9 }, 'validity', '已指明替代或修改'],
    ['policyDocument', { issuer: '机\u0000关' }, 'issuer', '发文机关含有'],
    ['policyDocument', { issuer: ['a'] }, 'issuer', '发文机关须为文字'],
    ['policyDocument', { successorArticleId: '9; drop' }, 'successorArticleId', '替代或修改它的文件格式'],
    ['organisationProfile', { postcode: '41600' }, 'postcode', '邮政编码须为 6 位数字'],
    ['organisationProfile', { website: 'javascript:alert(1)' }, 'website', '网站须以'],
    ['organisationProfile', { website: '//evil.example' }, 'website', '网站须以'],
    ['link', { url: 'ftp://example.gov.cn/' }, 'url', '链接地址须以'],
    [
      'interpretation',
      { questions: [{ question: 'x'.repeat(201) }] },
      'questions.0.question',
      '问不超过 200 字',
    ],
    ['gallery', { pictures: Array.from({ length: 41 }, () => ({})) }, 'pictures', '图片不超过 40 条'],
  ])('finds the fault in %s %j', (kind, given, field, message) => {
    const { faults } = read(kind, given);

    expect(faults).toEqual([{ field, message: expect.stringContaining(message) }]);
  });

  it('takes files and articles by id or as the API describes them, and drops empty rows', () => {
    const { facts } = read('gallery', {
      pictures: [
        { picture: { id: 7, name: 'a.png' }, caption: ' 春耕 ' },
        { picture: null, caption: '' },
      ],
    });

    expect(facts).toMatchObject({ pictures: [{ picture: 7, caption: '春耕', photographer: '' }] });
  });

  it('keeps line breaks of a long text and no other control character', () => {
    expect(read('leaderProfile', { duties: '一\r\n二' })).toMatchObject({ facts: { duties: '一\n二' } });
    expect(read('leaderProfile', { duties: '一\u202e二' }).faults).toHaveLength(1);
  });

  it('asks for what is required only when it is handed in, and for the fields of the chosen form only', () => {
    const { fields } = kindOf('interpretation');

    expect(read('interpretation', {}).faults).toEqual([]);
    expect(missingIn(fields, { form: 'text' })).toEqual([]);
    expect(missingIn(fields, { form: 'qa', questions: [] })).toEqual([
      { field: 'questions', message: '问答必填' },
    ]);
    expect(missingIn(fields, { form: 'qa', questions: [{ question: '为什么', answer: '' }] })).toEqual([
      { field: 'questions.0.answer', message: '问答第 1 条：答必填' },
    ]);
  });

  it('leaves files and articles of the sender behind', () => {
    const facts = { ...document, validity: 'void', successorArticleId: 9 };

    expect(travellingFacts('policyDocument', facts)).toMatchObject({ ...document, successorArticleId: null });
  });
});
