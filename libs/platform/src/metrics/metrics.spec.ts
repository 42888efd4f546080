import { readConfig } from '../config';
import { Metrics } from './metrics';
import { MetricsAccess } from './metrics-access';

const TOKEN = 'a-token-of-twenty-signs';
const accessWith = (env: Record<string, string>): MetricsAccess => new MetricsAccess(readConfig(env));

describe('运行指标的读取', () => {
  const usual = accessWith({});

  it.each([
    ['127.0.0.1', {}, true],
    ['::1', {}, true],
    ['::ffff:127.0.0.1', {}, true],
    ['10.1.2.3', {}, false],
    ['', {}, false],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
    ['127.0.0.1', { forwarded: 'for=127.0.0.1' }, false],
    ['127.0.0.1', { 'x-real-ip': '10.1.2.3' }, false],
    ['10.1.2.3', { authorization: `Bearer ${TOKEN}` }, false],
  ])('from %s with %p, nothing configured: %p', (peer, headers, expected) =>
    expect(usual.allows({ peer, headers })).toBe(expected),
  );

  const open = accessWith({
    METRICS_TOKEN: TOKEN,
    METRICS_ALLOW: '10.9.0.0/16, 2001:db8::7',
    TRUSTED_PROXIES: '10.0.0.1',
  });

  it.each([
    ['10.9.3.4', {}, true],
    ['2001:db8::7', {}, true],
    ['10.8.0.1', {}, false],
    ['10.8.0.1', { authorization: `Bearer ${TOKEN}` }, true],
    ['10.8.0.1', { authorization: `Bearer ${TOKEN}x` }, false],
    ['10.8.0.1', { authorization: `Basic ${TOKEN}` }, false],
    ['10.0.0.1', { 'x-forwarded-for': '10.9.1.1' }, true],
    ['10.0.0.1', { 'x-forwarded-for': '10.9.1.1, 10.8.0.1' }, false],
    ['10.8.0.1', { 'x-forwarded-for': '10.9.1.1' }, false],
  ])('from %s with %p, list and token given: %p', (peer, headers, expected) =>
    expect(open.allows({ peer, headers })).toBe(expected),
  );

  const listed = accessWith({ METRICS_ALLOW: '127.0.0.1, 10.0.0.1', TRUSTED_PROXIES: '10.0.0.1' });

  it.each([
    ['127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, false],
    ['127.0.0.1', { 'x-real-ip': '203.0.113.9' }, false],
    ['10.0.0.1', {}, true],
    ['10.0.0.1', { via: '1.1 gate' }, false],
    ['10.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, false],
    ['10.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, true],
  ])('from %s with %p, where the proxy’s own address is listed too: %p', (peer, headers, expected) =>
    expect(listed.allows({ peer, headers })).toBe(expected),
  );

  it.each([{ METRICS_TOKEN: 'short' }, { METRICS_ALLOW: 'everybody' }, { METRICS_PORT: '70000' }])(
    'refuses to start with %p',
    (env) => expect(() => readConfig(env)).toThrow(),
  );
});

describe('运行指标', () => {
  it('are read when they are asked for, and one that fails leaves the others', async () => {
    const metrics = new Metrics();
    let hits = 2;
    metrics.counter('spec_hits_total', 'hits', () => hits);
    metrics.gauge('spec_nothing', 'nothing', () => null);
    metrics.gauge('spec_failing', 'failing', () => Promise.reject(new Error('away')));
    metrics.gauges('spec_jobs', 'jobs', 'state', () => new Map([['waiting', 3]]));
    await metrics.text();
    hits = 5;

    const text = await metrics.text();

    expect(text).toContain('spec_hits_total 5');
    expect(text).toContain('spec_jobs{state="waiting"} 3');
    expect(text).toContain('nodejs_eventloop_lag');
    expect(text).not.toMatch(/^spec_(nothing|failing) /m);
  });
});
