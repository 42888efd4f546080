import { TrustedProxies } from './trusted-proxies';

describe('可信代理', () => {
  const proxies = new TrustedProxies(['127.0.0.1', '10.1.0.0/16', 'fd00::/8']);

  it.each([
    ['203.0.113.9', undefined, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '1.1.1.1, 198.51.100.1, 10.1.2.3', '198.51.100.1'],
    ['fd00::1', ['1.1.1.1', '2001:db8::5'], '2001:db8::5'],
    ['127.0.0.1', '', '127.0.0.1'],
    ['127.0.0.1', 'unknown', 'unknown'],
    ['::ffff:203.0.113.9', undefined, '203.0.113.9'],
  ])('at %s with X-Forwarded-For %j the visitor is %s', (connection, forwarded, client) => {
    expect(proxies.clientOf(connection, forwarded)).toBe(client);
  });

  it('believes nobody when none is declared', () => {
    expect(new TrustedProxies().clientOf('127.0.0.1', '198.51.100.1')).toBe('127.0.0.1');
  });

  it('takes addresses and ranges, no names', () => {
    for (const good of ['127.0.0.1', '::1', '10.0.0.0/8']) expect(TrustedProxies.faultOf(good)).toBeNull();
    for (const bad of ['proxy.local', '10.0.0.0/40', '*', '127.0.0.1:80'])
      expect(TrustedProxies.faultOf(bad)).toContain(bad);
  });
});
