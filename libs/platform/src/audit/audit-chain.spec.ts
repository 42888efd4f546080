import { canonicalJson, CHAIN_START, fitting, linkHash, withoutSecrets } from './audit-chain';
import type { LinkedFacts } from './audit-chain';

const entry: LinkedFacts = {
  chain: 3,
  seq: 1,
  siteId: 3,
  at: new Date('2026-03-01T01:02:03.004Z'),
  accountId: 7,
  actorName: '李文秀',
  address: '10.0.0.7',
  action: 'article.passFinal',
  subject: 'Article',
  subjectId: '12',
  outcome: 'done',
  summary: '终审通过《关于春耕的通知》',
  detail: { from: 'finalReview', to: 'published' },
  traceId: 't',
  previousHash: CHAIN_START,
};

describe('the link of an audit entry', () => {
  it.each(Object.keys(entry) as (keyof LinkedFacts)[])('depends on %s', (field) => {
    const changed = { ...entry, [field]: field === 'at' ? new Date(0) : 'x' };

    expect(linkHash(changed)).not.toBe(linkHash(entry));
  });

  it('does not depend on the order in which details were set', () => {
    const reordered = { ...entry, detail: { to: 'published', from: 'finalReview' } };

    expect(linkHash(reordered)).toBe(linkHash(entry));
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });
});

describe('details of an audit entry', () => {
  it('keep no secret, whatever its depth', () => {
    const stored = withoutSecrets({
      username: 'liwx',
      password: 'S3cret!',
      next: [{ newPassword: 'x', sessionToken: 'y', authorization: 'Bearer z' }],
      mustChangePassword: true,
    });

    expect(stored).toEqual({
      username: 'liwx',
      password: '〔已隐去〕',
      next: [{ newPassword: '〔已隐去〕', sessionToken: '〔已隐去〕', authorization: '〔已隐去〕' }],
      mustChangePassword: true,
    });
  });

  it('are stored as plain, well-formed JSON', () => {
    expect(withoutSecrets({ at: new Date(0), gone: undefined, half: '\ud842' })).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      half: '\ufffd',
    });
  });

  it('are cut by characters, not through the middle of one', () => {
    expect(fitting('𠮷𠮷𠮷', 3)).toBe('𠮷𠮷𠮷');
    expect(fitting('𠮷𠮷𠮷𠮷', 3)).toBe('𠮷𠮷…');
  });
});
