import { addressKey, readAddress } from './old-address';

const keyOf = (given: string): string => addressKey(readAddress(given)?.address ?? '');

describe('旧网址', () => {
  it.each([
    ['http://www.qs.gov.cn/News/Show.asp?ID=7', '/news/show.asp?id=7'],
    ['/a.php?b=2&a=1', '/a.php?a=1&b=2'],
    ['/zwgk/', '/zwgk'],
    ['/%E9%80%9A%E7%9F%A5.htm', '/通知.htm'],
    ['/%CD%A8%D6%AA.htm', '/通知.htm'],
    ['/a.asp?id=7&utm_source=x&from=timeline', '/a.asp?id=7'],
    ['/a.asp#top', '/a.asp'],
    ['a//b\\c.html', '/a/b/c.html'],
  ])('reads %s like %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ['/show.asp?id=7', '/show.asp?id=8'],
    ['/show.asp?id=7', '/show.asp'],
    ['/a/b.html', '/ab.html'],
  ])('tells %s from %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it.each([
    '',
    ' ',
    'javascript:alert(1)',
    'ftp://x/y',
    '/../etc/passwd',
    '/a\u0000b',
    '/\ud800',
    `/${'x'.repeat(501)}`,
  ])('takes %j for none', (given) => {
    expect(readAddress(given)).toBeNull();
  });
});
