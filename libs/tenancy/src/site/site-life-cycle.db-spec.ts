import type { SiteRef } from '@zhanqun/kernel';
import { testDb } from '@zhanqun/test-support';
import { SiteOffice } from '../../test/site-office';
import { SiteFurnisher } from './site-furnisher';

class Channels extends SiteFurnisher {
  isEmpty = false;
  override async furnish(): Promise<void> {}
  override async missing(): Promise<readonly string[]> {
    return this.isEmpty ? ['至少一个栏目'] : [];
  }
}

describe('站点生命周期', () => {
  let office: SiteOffice;
  const channels = new Channels();
  beforeAll(async () => {
    office = await SiteOffice.open(await testDb());
    office.furnishers.register(channels);
  });
  afterAll(() => office.close());
  beforeEach(() => {
    channels.isEmpty = false;
    office.onDay('2026-03-05');
  });
  const statusOf = (site: SiteRef): string | undefined => office.directory.byId(site.id)?.status;

  describe('上线', () => {
    it('is refused with everything that is missing at once', async () => {
      const site = await office.site({ blueprint: 'portal' });
      channels.isEmpty = true;

      await expect(office.lifecycle.goOnline(office.at(site))).rejects.toMatchObject({
        code: 'tenancy.site.notReady',
        details: {
          missing: ['网站标识码', 'ICP备案号', '公安备案号', '主办单位', '域名（主地址）', '至少一个栏目'],
        },
      });
      expect(statusOf(site)).toBe('preparing');
    });

    it('opens a complete site and remembers the day', async () => {
      const portal = await office.portal(await office.completeFacts());

      const site = await office.lifecycle.goOnline(office.at(portal));

      expect(site).toMatchObject({ status: 'online', openedOn: '2026-03-05' });
      expect(statusOf(portal)).toBe('online');
    });

    it('lets a township under the path of its portal live on the filings of the portal', async () => {
      const facts = await office.completeFacts();
      const portal = await office.portal({ ...facts, bindings: [{ host: 'filed.localhost' }] });
      const hexi = await office.site({
        blueprint: 'township',
        parent: portal.key,
        sponsorId: facts.sponsorId!,
        bindings: [{ host: 'filed.localhost', prefix: '/hexi' }],
      });

      await office.lifecycle.goOnline(office.at(hexi));

      expect(statusOf(hexi)).toBe('online');
      expect(await office.sites.profile(office.staff, office.at(hexi).site)).toMatchObject({
        siteCode: facts.siteCode,
        icpNumber: '湘ICP备12345678号-1',
      });
    });
  });

  describe('临时下线', () => {
    it('ends within thirty days and comes back', async () => {
      const portal = await office.onlinePortal();

      const site = await office.lifecycle.suspend(office.at(portal), {
        reason: '机房改造',
        until: '2026-04-04',
      });
      expect(site).toMatchObject({ status: 'suspended', suspendedUntil: '2026-04-04' });

      await office.lifecycle.resume(office.at(portal));
      expect(statusOf(portal)).toBe('online');
    });

    it.each([
      ['tenancy.site.suspendUntilWrong', '机房改造', '2026-04-05'],
      ['tenancy.site.suspendUntilWrong', '机房改造', '2026-03-05'],
      ['tenancy.site.suspendUntilWrong', '机房改造', '2026-03-32'],
      ['tenancy.site.suspendReasonMissing', ' ', '2026-03-20'],
    ])('is refused with %s: %j until %s', async (code, reason, until) => {
      const portal = await office.onlinePortal();

      await expect(office.lifecycle.suspend(office.at(portal), { reason, until })).rejects.toMatchObject({
        code,
      });
      expect(statusOf(portal)).toBe('online');
    });

    it('happens once a calendar year, and again in the next', async () => {
      const portal = await office.onlinePortal();
      const suspend = (until: string): Promise<unknown> =>
        office.lifecycle.suspend(office.at(portal), { reason: '机房改造', until });
      await suspend('2026-03-20');
      await office.lifecycle.resume(office.at(portal));

      office.onDay('2026-12-31');
      await expect(suspend('2027-01-10')).rejects.toMatchObject({
        code: 'tenancy.site.suspendedEnough',
        details: { year: 2026, times: 1 },
      });

      office.onDay('2027-01-01');
      await expect(suspend('2027-01-10')).resolves.toMatchObject({ status: 'suspended' });
    });

    it('is not open to a site that is not online', async () => {
      const site = await office.portal();

      await expect(
        office.lifecycle.suspend(office.at(site), { reason: '机房改造', until: '2026-03-20' }),
      ).rejects.toMatchObject({ code: 'tenancy.site.moveRefused', details: { state: 'preparing' } });
    });
  });

  describe('关停', () => {
    const closing = async (): Promise<SiteRef> => {
      const portal = await office.onlinePortal();
      await office.lifecycle.announceClosing(office.at(portal), {
        reason: '机构改革',
        destination: '示范县人民政府网站',
      });
      return portal;
    };
    const tick = (
      site: SiteRef,
      item: 'icp' | 'mark' | 'police' | 'domain',
      doneOn: string,
    ): Promise<unknown> =>
      office.lifecycle.recordDeregistration(office.at(site), { item, doneOn, reference: '回执1号' });

    it('needs a destination', async () => {
      const portal = await office.onlinePortal();

      await expect(
        office.lifecycle.announceClosing(office.at(portal), { reason: '机构改革', destination: ' ' }),
      ).rejects.toMatchObject({ code: 'tenancy.site.closingDestinationMissing' });
    });

    it('keeps a closing site in service during its notice', async () => {
      const site = await closing();

      expect(office.directory.match(site.host, '/')).toMatchObject({
        kind: 'site',
        site: { status: 'closing' },
      });
    });

    it('is refused before the notice has run a calendar month', async () => {
      const site = await closing();

      office.onDay('2026-04-04');
      await expect(office.lifecycle.close(office.at(site))).rejects.toMatchObject({
        code: 'tenancy.site.closingNoticeRunning',
        details: { until: '2026-04-05', months: 1 },
      });
      await expect(tick(site, 'icp', '2026-04-04')).rejects.toMatchObject({
        code: 'tenancy.site.closingNoticeRunning',
      });
    });

    it('is refused until all four registrations are handed back, and is final', async () => {
      const site = await closing();
      office.onDay('2026-04-10');
      await tick(site, 'icp', '2026-04-06');
      await tick(site, 'police', '2026-04-07');

      await expect(office.lifecycle.close(office.at(site))).rejects.toMatchObject({
        code: 'tenancy.site.notDeregistered',
        details: { missing: ['党政机关网站标识', '域名'] },
      });

      await tick(site, 'mark', '2026-04-08');
      await tick(site, 'domain', '2026-04-10');
      await expect(office.lifecycle.close(office.at(site))).resolves.toMatchObject({
        status: 'closed',
        closedOn: '2026-04-10',
      });
      await expect(office.lifecycle.goOnline(office.at(site))).rejects.toMatchObject({
        code: 'tenancy.site.moveRefused',
      });
      await expect(office.sites.edit(office.at(site), { name: '新的名称' })).rejects.toMatchObject({
        code: 'tenancy.site.closed',
      });
      expect(office.directory.match(site.host, '/')).toMatchObject({
        kind: 'site',
        site: { status: 'closed' },
      });
    });

    it.each(['2026-04-04', '2026-04-11', '2026-02-30'])(
      'refuses a deregistration dated %s',
      async (doneOn) => {
        const site = await closing();
        office.onDay('2026-04-10');

        await expect(tick(site, 'icp', doneOn)).rejects.toMatchObject({
          code: 'tenancy.site.deregistrationDayWrong',
        });
      },
    );

    it('can be withdrawn, but not after something was deregistered', async () => {
      const site = await closing();
      await office.lifecycle.withdrawClosing(office.at(site));
      expect(statusOf(site)).toBe('online');

      await office.lifecycle.announceClosing(office.at(site), {
        reason: '机构改革',
        destination: '门户网站',
      });
      office.onDay('2026-04-10');
      await tick(site, 'icp', '2026-04-10');
      await expect(office.lifecycle.withdrawClosing(office.at(site))).rejects.toMatchObject({
        code: 'tenancy.site.closingUnderWay',
      });
    });

    it('is refused for a portal with sites below it', async () => {
      const portal = await office.onlinePortal();
      const town = await office.site({ blueprint: 'township', name: '清水镇人民政府', parent: portal.key });

      await expect(
        office.lifecycle.announceClosing(office.at(portal), { reason: '机构改革', destination: '上级网站' }),
      ).rejects.toMatchObject({ code: 'tenancy.site.liveSitesBelow', details: { sites: [town.name] } });
    });

    it('asks nothing back of a site that lived under the host of its portal', async () => {
      const facts = await office.completeFacts();
      const portal = await office.portal({ ...facts, bindings: [{ host: 'closing.localhost' }] });
      const hexi = await office.site({
        blueprint: 'township',
        parent: portal.key,
        sponsorId: facts.sponsorId!,
        bindings: [{ host: 'closing.localhost', prefix: '/hexi' }],
      });
      await office.lifecycle.goOnline(office.at(hexi));
      await office.lifecycle.announceClosing(office.at(hexi), {
        reason: '撤镇设街',
        destination: '门户网站',
      });
      office.onDay('2026-04-05');

      await expect(office.lifecycle.close(office.at(hexi))).resolves.toMatchObject({ status: 'closed' });
    });
  });

  it('keeps every move in the history and in the audit trail', async () => {
    const portal = await office.onlinePortal();
    office.onDay('2026-03-06');
    await office.lifecycle.suspend(office.at(portal), { reason: '机房改造', until: '2026-03-20' });

    expect(
      (await office.lifecycle.history(office.at(portal))).map(({ move, reason }) => [move, reason]),
    ).toEqual([
      ['suspend', '机房改造'],
      ['goOnline', ''],
      ['open', ''],
    ]);
    expect(await office.audit.verify(office.staff, portal.id)).toMatchObject({ isIntact: true, checked: 3 });
  });

  it('lets one of two simultaneous moves win and refuses the other', async () => {
    const portal = await office.onlinePortal();
    const suspend = (): Promise<unknown> =>
      office.lifecycle.suspend(office.at(portal), { reason: '机房改造', until: '2026-03-20' });

    const results = await Promise.allSettled([suspend(), suspend()]);

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
