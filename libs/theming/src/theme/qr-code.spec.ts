import { encode } from 'uqr';
import { qrCode } from './qr-code';

const ADDRESS = 'http://shifan.gov.cn/art/202602/4107.html';

describe('二维码', () => {
  it('draws exactly the dark modules of the address', () => {
    const { data, size } = encode(ADDRESS, { ecc: 'M', border: 0, maskPattern: 2 });
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
    for (const [, x, y, length] of qrCode(ADDRESS, '二维码').matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      for (let at = 0; at < Number(length); at += 1) drawn[Number(y)]![Number(x) + at] = true;

    expect(drawn).toEqual(data);
  });

  it('carries neither style nor script and is named for those who do not see it', () => {
    const svg = qrCode(ADDRESS, '本页地址的二维码');

    expect(svg).not.toMatch(/style|script|href/);
    expect(svg).toContain('role="img" aria-label="本页地址的二维码"');
    expect(Buffer.byteLength(svg)).toBeLessThan(12_000);
  });
});
