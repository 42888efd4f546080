import { testDb } from '@zhanqun/test-support';
import { SiteOffice } from '../../test/site-office';

describe('站点地址', () => {
  let office: SiteOffice;
  beforeAll(async () => {
    office = await SiteOffice.open(await testDb());
  });
  afterAll(() => office.close());
  beforeEach(() => office.onDay('2026-03-05'));

  describe('匹配', () => {
    it('finds the longest bound prefix at a segment border', async () => {
      const portal = await office.portal({ bindings: [{ host: 'm.localhost' }] });
      const hexi = await office.site({
        blueprint: 'township',
        parent: portal.key,
        bindings: [{ host: 'm.localhost', prefix: '/hexi' }],
      });
      const school = await office.site({
        blueprint: 'unit-page',
        parent: hexi.key,
        bindings: [{ host: 'm.localhost', prefix: '/hexi/xx' }],
      });
      const keyOf = (path: string): string => {
        const match = office.directory.match('m.localhost', path);
        return match.kind === 'site' ? `${match.site.key} ${match.path}` : match.kind;
      };

      expect(keyOf('/')).toBe(`${portal.key} /`);
      expect(keyOf('/hexi/')).toBe(`${hexi.key} /`);
      expect(keyOf('/hexi/tzgg/p2/')).toBe(`${hexi.key} /tzgg/p2/`);
      expect(keyOf('/hexi/xx/gzdt/')).toBe(`${school.key} /gzdt/`);
      expect(keyOf('/hexi2/')).toBe(`${portal.key} /hexi2/`);
      expect(keyOf('/HEXI/')).toBe(`${portal.key} /HEXI/`);
    });

    it('sends the bare prefix to the page with its slash', async () => {
      const portal = await office.portal({ bindings: [{ host: 'bare.localhost' }] });
      await office.site({
        blueprint: 'township',
        parent: portal.key,
        bindings: [{ host: 'bare.localhost', prefix: '/hexi' }],
      });

      expect(office.directory.match('bare.localhost', '/hexi?from=x')).toEqual({
        kind: 'redirect',
        location: 'http://bare.localhost:8080/hexi/?from=x',
      });
    });

    it('redirects an alias to the canonical address with path and query', async () => {
      await office.portal({
        bindings: [{ host: 'canon.localhost', isCanonical: true }, { host: 'www.canon.localhost' }],
      });

      expect(office.directory.match('WWW.canon.localhost:8080', '/zwgk/?q=预算')).toEqual({
        kind: 'redirect',
        location: 'http://canon.localhost:8080/zwgk/?q=预算',
      });
    });

    it('answers an old domain until its last day and is silent afterwards', async () => {
      await office.portal({
        bindings: [
          { host: 'new.localhost', isCanonical: true },
          { host: 'old.localhost', redirectUntil: '2026-06-05' },
        ],
      });

      office.onDay('2026-06-05');
      expect(office.directory.match('old.localhost', '/').kind).toBe('redirect');
      office.onDay('2026-06-06');
      expect(office.directory.match('old.localhost', '/').kind).toBe('unknown');
    });

    it.each([
      'nobody.localhost',
      '',
      'known.localhost:80:80',
      'known.localhost@evil.test',
      'évil.localhost',
      '127.0.0.1',
    ])('does not know the host %j', async (host) => {
      await office.portal({
        bindings: [{ host: `known${office.clock.now().getTime()}${Math.random()}.localhost` }],
      });

      expect(office.directory.match(host, '/')).toEqual({ kind: 'unknown' });
    });

    it('refuses a request target that is not a path', async () => {
      await office.portal({ bindings: [{ host: 'target.localhost' }] });

      expect(office.directory.match('target.localhost', 'http://evil.test/')).toEqual({ kind: 'unknown' });
      expect(office.directory.match('target.localhost', '*')).toEqual({ kind: 'unknown' });
    });

    it('costs no query', async () => {
      const portal = await office.portal({ bindings: [{ host: 'free.localhost' }] });

      const statements = await office.db.countStatements(async () => {
        office.directory.match('free.localhost', '/');
        office.directory.siteUrl(portal, '/x/');
        office.regulations.for(portal);
      });

      expect(statements).toBe(0);
    });
  });

  describe('修改', () => {
    it('moves townships under the old host along when the portal changes its domain', async () => {
      const portal = await office.portal({ bindings: [{ host: 'before.localhost' }] });
      const hexi = await office.site({
        blueprint: 'township',
        parent: portal.key,
        bindings: [{ host: 'before.localhost', prefix: '/hexi' }],
      });

      await office.addresses.replace(office.at(portal), [
        { host: 'after.localhost', isCanonical: true },
        { host: 'before.localhost', redirectUntil: '2026-06-05' },
      ]);

      expect(office.directory.byId(hexi.id)).toMatchObject({ host: 'after.localhost', prefix: '/hexi' });
      expect(office.directory.match('after.localhost', '/hexi/a/')).toMatchObject({
        kind: 'site',
        path: '/a/',
      });
      expect(office.directory.match('before.localhost', '/hexi/a/')).toEqual({
        kind: 'redirect',
        location: 'http://after.localhost:8080/hexi/a/',
      });
    });

    it('refuses to take a host away from the pages below it', async () => {
      const portal = await office.portal({ bindings: [{ host: 'held.localhost' }] });
      await office.site({
        blueprint: 'township',
        name: '河西乡人民政府',
        parent: portal.key,
        bindings: [{ host: 'held.localhost', prefix: '/hexi' }],
      });

      await expect(office.addresses.replace(office.at(portal), [])).rejects.toMatchObject({
        code: 'tenancy.binding.hostInUse',
        details: { sites: ['河西乡人民政府'] },
      });
    });

    it('lets go of an address so that another site may take it', async () => {
      const first = await office.portal({ bindings: [{ host: 'a1.localhost' }] });
      await office.addresses.replace(office.at(first), [{ host: 'a2.localhost' }]);

      const second = await office.portal({ bindings: [{ host: 'a1.localhost' }] });

      expect(office.directory.match('a1.localhost', '/')).toMatchObject({ site: { id: second.id } });
      expect(office.directory.match('a2.localhost', '/')).toMatchObject({ site: { id: first.id } });
    });

    it('swaps the canonical address with an alias', async () => {
      const portal = await office.portal({
        bindings: [{ host: 's1.localhost', isCanonical: true }, { host: 's2.localhost' }],
      });

      const { bindings } = await office.addresses.replace(office.at(portal), [
        { host: 's1.localhost' },
        { host: 's2.localhost', isCanonical: true },
      ]);

      expect(bindings.map(({ host, isCanonical }) => [host, isCanonical])).toEqual([
        ['s2.localhost', true],
        ['s1.localhost', false],
      ]);
      expect(office.directory.match('s1.localhost', '/')).toMatchObject({ kind: 'redirect' });
    });

    it('does not leave a site that is online without an address', async () => {
      const portal = await office.onlinePortal();

      await expect(office.addresses.replace(office.at(portal), [])).rejects.toMatchObject({
        code: 'tenancy.binding.canonicalWrong',
      });
    });

    it('gives one of two sites that want the same host at once the refusal', async () => {
      const [one, two] = [await office.portal(), await office.portal()];

      const results = await Promise.allSettled(
        [one, two].map((site) => office.addresses.replace(office.at(site), [{ host: 'race.localhost' }])),
      );

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'tenancy.binding.taken' },
      });
    });
  });
});
