import { SITE_STATUSES, type SiteStatus } from '@zhanqun/kernel';
import { isReservedPrefix, requestHost, storedHost, storedPrefix } from './address';
import { isIcpNumber, isPoliceFilingNumber, isSiteCode, withoutSpaces } from './filing-numbers';
import { lifeCycle, type SiteMove } from './life-cycle';
import { readBindings } from './site-bindings';
import { factFaults } from './site-facts';

const MOVES: readonly SiteMove[] = [
  'goOnline',
  'suspend',
  'resume',
  'announceClosing',
  'withdrawClosing',
  'close',
];

describe('站点生命周期', () => {
  it.each<[SiteStatus, readonly SiteMove[]]>([
    ['preparing', ['goOnline']],
    ['online', ['suspend', 'announceClosing']],
    ['suspended', ['resume']],
    ['closing', ['withdrawClosing', 'close']],
    ['closed', []],
  ])('allows from %s only %j', (status, moves) => {
    expect(lifeCycle.movesFrom(status)).toEqual(moves);
  });

  it('refuses every other move and says in Chinese what is the case', () => {
    const refusals = SITE_STATUSES.flatMap((status) =>
      MOVES.filter((move) => !lifeCycle.allows(move, status)).map((move) => {
        try {
          lifeCycle.next(move, status);
          return null;
        } catch (error) {
          return error as { code: string; message: string };
        }
      }),
    );

    expect(refusals).toHaveLength(SITE_STATUSES.length * MOVES.length - 6);
    expect(new Set(refusals.map((refusal) => refusal?.code))).toEqual(new Set(['tenancy.site.moveRefused']));
    expect(refusals[0]?.message).toMatch(/^站点当前为“.+”，不能.+$/);
  });
});

describe('域名', () => {
  it.each([
    ['WWW.Shifan.Gov.CN', 'www.shifan.gov.cn'],
    [' shifan.localhost. ', 'shifan.localhost'],
    ['示范.政务', 'xn--biz93r.xn--zfr164b'],
    ['localhost', 'localhost'],
  ])('is stored in one form: %s as %s', (typed, stored) => {
    expect(storedHost(typed)).toBe(stored);
  });

  it.each([
    '',
    'http://shifan.gov.cn',
    'shifan.gov.cn:8080',
    'shifan.gov.cn/hexi',
    'user@shifan.gov.cn',
    '10.0.0.5',
    '[::1]',
    '-a.gov.cn',
    'a..gov.cn',
    'a_b.gov.cn',
    'a b.gov.cn',
    `${'a'.repeat(64)}.gov.cn`,
  ])('is refused when it is none: %j', (typed) => {
    expect(storedHost(typed)).toBeNull();
  });

  it.each([
    ['shifan.localhost:8080', 'shifan.localhost'],
    ['SHIFAN.LocalHost.', 'shifan.localhost'],
    ['shifan.localhost.:80', 'shifan.localhost'],
  ])('is read from a Host header %s as %s', (header, host) => {
    expect(requestHost(header)).toBe(host);
  });

  it.each(['', 'a:80:80', 'evil.com\r\nX: y', '示范.政务', 'a/b', 'a@b', '[::1]:80', 'a%2eb', ' a'])(
    'is nothing in a forged header %j',
    (header) => {
      expect(requestHost(header)).toBeNull();
    },
  );
});

describe('路径', () => {
  it.each([
    ['', ''],
    ['/', ''],
    ['/hexi', '/hexi'],
    ['/hexi/', '/hexi'],
    ['/xz/hexi', '/xz/hexi'],
  ])('%j is stored as %j', (typed, stored) => {
    expect(storedPrefix(typed)).toBe(stored);
  });

  it.each(['hexi', '/Hexi', '/he xi', '/河西', '/../etc', '/a/b/c/d', '//hexi', '/hexi?x', '/-a'])(
    '%j is refused',
    (typed) => {
      expect(storedPrefix(typed)).toBeNull();
    },
  );

  it.each([
    '/api',
    '/_theme',
    '/_files/x',
    '/art',
    '/sitemap',
    '/search',
    '/policies/x',
    '/contact',
    '/accessibility',
    '/zt',
    '/healthz',
    '/readyz',
    '/zh-hant',
    '/hexi/zh-hant',
  ])('%s is reserved', (prefix) => {
    expect(isReservedPrefix(prefix)).toBe(true);
  });

  it('leaves /artists to whoever wants it', () => {
    expect(isReservedPrefix('/artists')).toBe(false);
  });
});

describe('备案号', () => {
  it.each([
    [isSiteCode, '4331260001', true],
    [isSiteCode, 'bm01000001', true],
    [isSiteCode, '433126000', false],
    [isSiteCode, 'BM01000001', false],
    [isIcpNumber, '湘ICP备12345678号-1', true],
    [isIcpNumber, '沪ICP备05012345号', true],
    [isIcpNumber, 'ICP备12345678号', false],
    [isIcpNumber, '湘ICP备12345678', false],
    [isPoliceFilingNumber, '湘公网安备43312602000123号', true],
    [isPoliceFilingNumber, '公网安备43312602000123号', false],
  ])('%p judges %s as %p', (check, text, expected) => {
    expect(check(text)).toBe(expected);
  });

  it('is tidied when it was pasted with spaces', () => {
    expect(withoutSpaces(' 湘公网安备 43312602000123号 ')).toBe('湘公网安备43312602000123号');
    expect(withoutSpaces('湘icp备12345678号－1')).toBe('湘ICP备12345678号-1');
  });
});

describe('绑定清单', () => {
  it('makes a single address the canonical one', () => {
    expect(readBindings([{ host: 'Qingshui.shifan.localhost' }])).toEqual([
      { host: 'qingshui.shifan.localhost', prefix: '', isCanonical: true, redirectUntil: null },
    ]);
  });

  it.each([
    ['tenancy.binding.hostInvalid', [{ host: 'http://a.gov.cn' }]],
    ['tenancy.binding.prefixInvalid', [{ host: 'a.gov.cn', prefix: 'hexi' }]],
    ['tenancy.binding.prefixReserved', [{ host: 'a.gov.cn', prefix: '/api' }]],
    ['tenancy.binding.twice', [{ host: 'a.gov.cn', isCanonical: true }, { host: 'A.gov.cn.' }]],
    ['tenancy.binding.canonicalWrong', [{ host: 'a.gov.cn' }, { host: 'b.gov.cn' }]],
    [
      'tenancy.binding.canonicalWrong',
      [
        { host: 'a.gov.cn', isCanonical: true },
        { host: 'b.gov.cn', isCanonical: true },
      ],
    ],
    [
      'tenancy.binding.redirectUntilWrong',
      [{ host: 'a.gov.cn', isCanonical: true, redirectUntil: '2026-06-30' }],
    ],
  ])('is refused with %s: %j', (code, stated) => {
    expect(() => readBindings(stated)).toThrow(expect.objectContaining({ code }));
  });
});

describe('站点资料', () => {
  it.each([
    ['name', { name: '河西\u0008镇人民政府' }],
    ['name', { name: '河西\n镇人民政府' }],
    ['shortName', { shortName: '河\u2028西' }],
    ['email', { email: 'a\u202eb@example.cn' }],
    ['description', { description: '看不见的\u0001字' }],
    ['keywords', { keywords: ['政务\u2066公开'] }],
  ])('hold no characters in %s that no page can show', (field, facts) => {
    expect(factFaults(facts).map((fault) => fault.field)).toContain(field);
  });

  it('may be told in several lines where they describe the site', () => {
    expect(factFaults({ name: '河西镇人民政府', description: '第一行\n第二行', keywords: ['公开'] })).toEqual(
      [],
    );
  });
});
