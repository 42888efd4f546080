import { Logger } from '@nestjs/common';
import { DomainError } from '@zhanqun/kernel';
import { gone } from '../cache/purge-history';
import { smallNetwork, textOf, type Network } from '../testing/small-network';
import { someChannels } from '../testing/some-channels';

const P = 'portal.localhost';
let network: Network;

beforeAll(() => Logger.overrideLogger(false));

beforeEach(() => {
  network = smallNetwork();
  network.store.channels = someChannels();
});

describe('数据库停止时', () => {
  const hour = 3_600_000;

  it('keeps answering from the cache, and shows an expired page with its age', async () => {
    await network.get(P, '/tzgg/');
    network.store.isDown = true;
    expect((await network.get(P, '/tzgg/')).headers['X-Cache']).toBe('hit');
    network.clock.advance(hour);

    const answer = await network.get(P, '/tzgg/');

    expect(answer).toMatchObject({ status: 200, headers: { 'X-Cache': 'stale', Age: '3600' } });
    expect(answer.headers.Warning).toContain('110');
  });

  it('shows a purged page again only while the database is away', async () => {
    await network.get(P, '/tzgg/');
    void network.publicSite.purge(['channel:12']);
    network.store.isDown = true;
    expect(await network.get(P, '/tzgg/')).toMatchObject({ status: 200, headers: { 'X-Cache': 'stale' } });

    network.store.isDown = false;
    network.store.channels['portal/tzgg']?.titles.push('新的');
    network.clock.advance(5000);

    expect(await network.text(P, '/tzgg/')).toContain('新的');
  });

  it('does not show a purged page because of a fault of the program', async () => {
    await network.get(P, '/tzgg/');
    void network.publicSite.purge(['channel:12']);
    network.store.afterRead = () => {
      throw new TypeError('x is not a function');
    };

    expect((await network.get(P, '/tzgg/')).status).toBe(503);
  });

  it('never shows what was withdrawn', async () => {
    await network.get(P, '/tzgg/');
    void network.publicSite.purge(gone(['channel:12']));
    network.store.isDown = true;

    expect((await network.get(P, '/tzgg/')).status).toBe(503);
  });

  it('forgets a purged page when it is withdrawn later', async () => {
    await network.get(P, '/tzgg/');
    void network.publicSite.purge(['channel:12']);
    void network.publicSite.purge(gone(['channel:12']));
    network.store.isDown = true;

    expect((await network.get(P, '/tzgg/')).status).toBe(503);
  });

  it('stops showing outdated pages after the configured time', async () => {
    await network.get(P, '/tzgg/');
    network.store.isDown = true;
    network.clock.advance(25 * hour);

    expect((await network.get(P, '/tzgg/')).status).toBe(503);
  });

  it('asks a stopped database once and not for every visitor', async () => {
    await network.get(P, '/tzgg/');
    network.store.isDown = true;
    network.clock.advance(hour);
    for (let index = 0; index < 50; index += 1) await network.get(P, '/tzgg/');

    expect(network.store.loads.filter((load) => load === '1:tzgg')).toHaveLength(2);
  });

  it('answers a clean 503 with the name of the site when it has nothing', async () => {
    network.store.isDown = true;
    const answer = await network.get(P, '/tzgg/');

    expect(answer).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '30', 'Cache-Control': 'no-store' },
    });
    expect(textOf(answer)).toContain('portal网站');
    expect(textOf(answer)).not.toContain('ECONNREFUSED');
  });

  it('treats the refusal “unavailable” like a stopped database', async () => {
    await network.get(P, '/tzgg/');
    network.clock.advance(hour);
    network.store.afterRead = () => {
      throw new DomainError('x.y.z', 'unavailable', '不可用');
    };

    expect((await network.get(P, '/tzgg/')).headers['X-Cache']).toBe('stale');
  });
});
