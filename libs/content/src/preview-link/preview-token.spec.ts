import { isGenuine, linkIdIn, previewToken, type LinkFacts } from './preview-token';

const link: LinkFacts = {
  id: 7,
  siteId: 3,
  articleId: 11,
  revisionId: 13,
  expiresAt: new Date('2026-03-12T02:00:00.500Z'),
  signingKey: 'ab'.repeat(32),
};

describe('预览链接的签名', () => {
  const token = previewToken(link);

  it('names its link and is genuine for it alone', () => {
    expect(linkIdIn(token)).toBe(7);
    expect(isGenuine(token, link)).toBe(true);
  });

  it.each([
    [{ id: 8 }],
    [{ siteId: 4 }],
    [{ articleId: 12 }],
    [{ revisionId: 14 }],
    [{ expiresAt: new Date('2026-03-19T02:00:00Z') }],
    [{ signingKey: 'cd'.repeat(32) }],
  ])('is not genuine for a link with %j', (other) => {
    expect(isGenuine(token, { ...link, ...other })).toBe(false);
  });

  it.each(['', 'x', '7', '7-abc', `${'9'.repeat(11)}-a-${'A'.repeat(43)}`, `7-a-${'A'.repeat(42)}/`])(
    'takes %j for no token',
    (text) => {
      expect(linkIdIn(text)).toBeNull();
      expect(isGenuine(text, link)).toBe(false);
    },
  );

  it('refuses a token in which any sign was changed', () => {
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1);
      expect(isGenuine(changed, link)).toBe(false);
    }
  });
});
