import { givenServices, type GivenServices, type Person } from '@zhanqun/given';
import { Notices } from '@zhanqun/identity';
import { pageRequest, type SiteRef } from '@zhanqun/kernel';
import { Db, IsNull, Not } from '@zhanqun/platform';
import { Finding } from '../finding/finding.entity';
import { FindingService } from '../finding/finding.service';
import { OverviewService } from '../overview/overview.service';
import { Inspection } from '../patrol/inspection';
import { PatrolService } from '../patrol/patrol.service';
import { PatrolRun } from '../patrol/patrol-run.entity';
import { RectificationService } from './rectification.service';
import { RectificationTodos } from './rectification-todos';
import type { Rectification } from './rectification.entity';

const DAY = 86_400_000;

describe('发现问题到整改办结', () => {
  let services: GivenServices;
  let portal: SiteRef;
  let town: SiteRef;
  let supervisor: Person;
  let owner: Person;
  let organisationId: number;
  const rectifications = (): RectificationService => services.app.get(RectificationService);
  const inspect = () => services.app.get(Inspection).inspect(services.given.at(town), ['V-W4a']);

  /** A news channel of the town that has had nothing for three weeks. */
  const staleChannel = async (): Promise<number> => {
    const { given, clock } = services;
    const channel = await given.newChannel(town, {
      path: `dt${Math.random().toString(36).slice(2, 8)}`,
      name: '镇村动态',
    });
    await services.app
      .get(Db)
      .site(given.at(town), channel.constructor as never)
      .updateWhere({ id: channel.id } as never, { updateClass: 'news' } as never);
    await given.article(town, { channelId: channel.id, state: 'published' });
    clock.advance(21 * DAY);
    return channel.id;
  };
  const findingOf = async (channelId: number): Promise<Finding> => {
    const row = await services.app
      .get(Db)
      .shared(services.given.system, Finding)
      .findOne({ aboutSiteId: town.id, subject: `channel:${channelId}`, openKey: Not(IsNull()) });
    if (!row) throw new Error('no finding');
    return row;
  };
  const dispatched = async (channelId: number): Promise<Rectification> => {
    await inspect();
    const { id } = await findingOf(channelId);
    return rectifications().dispatch(supervisor.ctx, id, {
      organisationId,
      workingDays: 3,
      demand: '请更新栏目',
    });
  };

  const told = async ({ ctx }: Person): Promise<string[]> =>
    (await services.app.get(Notices).mine(ctx, {}, pageRequest())).items.map(({ title }) => title);

  beforeEach(async () => {
    services = await givenServices();
    const { given } = services;
    portal = await given.portal();
    town = await given.site({ portal });
    supervisor = await given.editor(portal, { role: 'supervisor' });
    owner = await given.editor(town, { roles: ['siteAdmin'] });
    organisationId = await given.organisation('清水镇党政办');
  });
  afterEach(() => services.close());

  it('turns green again: found, dispatched, accepted, fixed, looked at by the machine, closed', async () => {
    const channelId = await staleChannel();
    const rectification = await dispatched(channelId);
    expect(rectification).toMatchObject({ state: 'dispatched', aboutSiteId: town.id, portalId: portal.id });
    expect(await services.app.get(RectificationTodos).list(owner.ctx)).toEqual([
      expect.objectContaining({
        kind: 'rectification',
        subjectId: rectification.id,
        dueOn: rectification.dueOn,
      }),
    ]);
    expect(await told(owner)).toEqual([expect.stringContaining(`（限 ${rectification.dueOn} 前）`)]);
    expect(await told(supervisor)).toEqual([]);

    await rectifications().accept(owner.ctx, rectification.id);
    await services.given.article(town, { channelId, state: 'published' });
    const fixed = await rectifications().reportFixed(owner.ctx, rectification.id, '已发布新信息');
    expect(fixed).toMatchObject({ state: 'verified', fixedNote: '已发布新信息' });

    const closed = await rectifications().close(supervisor.ctx, rectification.id);
    expect(closed.state).toBe('closed');
  });

  it('gives it back when the machine still sees the fault', async () => {
    const rectification = await dispatched(await staleChannel());

    const returned = await rectifications().reportFixed(owner.ctx, rectification.id, '已处理');

    expect(returned.state).toBe('returned');
    expect(returned.returnedReason).toContain('问题仍然存在');
    await expect(rectifications().close(supervisor.ctx, rectification.id)).rejects.toMatchObject({
      code: 'supervision.rectification.moveRefused',
    });
  });

  it('counts the deadline in working days and calls a site red once it has passed', async () => {
    const rectification = await dispatched(await staleChannel());
    const light = async (): Promise<string | undefined> =>
      (await services.app.get(OverviewService).overview(supervisor.ctx)).find(
        ({ site }) => site.id === town.id,
      )?.light;
    expect(await light()).toBe('amber');

    services.clock.set(new Date(`${rectification.dueOn}T23:00:00+08:00`));
    expect(await light()).toBe('amber');
    services.clock.advance(2 * 3_600_000);

    expect(await light()).toBe('red');
  });

  it('extends from the old deadline, with a reason, and only by the supervisor', async () => {
    const rectification = await dispatched(await staleChannel());

    await expect(rectifications().extend(owner.ctx, rectification.id, 2, '假期')).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
    const extended = await rectifications().extend(supervisor.ctx, rectification.id, 2, '假期');

    expect(extended.dueOn > rectification.dueOn).toBe(true);
    expect(extended).toMatchObject({ state: 'accepted', extensionReason: '假期', workingDays: 5 });
  });

  it('refuses the owner to dispatch, dismiss or close, and the supervisor to report fixed', async () => {
    const rectification = await dispatched(await staleChannel());

    await expect(rectifications().close(owner.ctx, rectification.id)).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
    await expect(
      services.app.get(FindingService).dismiss(owner.ctx, rectification.findingId, '不认'),
    ).rejects.toMatchObject({ code: 'identity.right.missing' });
    await expect(
      rectifications().dispatch(supervisor.ctx, rectification.findingId, {
        organisationId,
        workingDays: 3,
        demand: '再派一次',
      }),
    ).rejects.toMatchObject({ code: 'supervision.finding.moveRefused' });
  });

  it('hides findings and rectifications of a site from another site and another network', async () => {
    const rectification = await dispatched(await staleChannel());
    const neighbour = await services.given.editor(await services.given.site({ portal }), {
      roles: ['siteAdmin'],
    });
    const stranger = await services.given.editor(await services.given.portal(), { role: 'supervisor' });

    for (const person of [neighbour, stranger]) {
      await expect(rectifications().get(person.ctx, rectification.id)).rejects.toMatchObject({
        code: 'supervision.rectification.notFound',
      });
      expect((await services.app.get(FindingService).list(person.ctx, {}, pageRequest())).total).toBe(0);
    }
  });

  it('patrols a network one job a site and is done when all are visited, however often a job repeats', async () => {
    const run = await services.app.get(PatrolService).patrolNetwork(services.given.system, portal);
    for (const site of [portal, town, town])
      await services.app.get(PatrolService).visit(services.given.at(site), run.id);

    const stored = await services.app
      .get(Db)
      .shared(services.given.system, PatrolRun)
      .findOne({ id: run.id });
    expect(stored).toMatchObject({ state: 'done', sitesTotal: 2 });
    const { items } = await services.app.get(PatrolService).list(supervisor.ctx, pageRequest());
    expect(items[0]).toMatchObject({ sitesDone: 2 });
  });
});
