import { ContentJobsModule } from '@zhanqun/content';
import { givenServices, type GivenServices, type Person } from '@zhanqun/given';
import { Notices } from '@zhanqun/identity';
import { atSite, pageRequest, systemCtx, type SiteRef } from '@zhanqun/kernel';
import { OutboxRow, SiteDirectory } from '@zhanqun/platform';
import { DeliveryHappened } from '../delivery.events';
import { DeliveryService } from '../delivery.service';
import { TellAboutDelivery } from './tell-about-delivery.job';

let house: GivenServices;
let portal: SiteRef;
let town: SiteRef;
let writer: Person;
let chief: Person;

beforeAll(async () => {
  house = await givenServices(ContentJobsModule);
  portal = await house.given.portal();
  town = await house.given.site({ portal });
  writer = await house.given.editor(town);
  chief = await house.given.editor(portal, { roles: ['siteAdmin', 'editor'] });
});
afterAll(() => house.close());

/** Lets the worker do what was announced. */
async function work(): Promise<void> {
  const rows = house.given.db.shared(house.given.system, OutboxRow);
  const directory = house.app.get<SiteDirectory>(SiteDirectory as never);
  for (const row of await rows.find({ where: { kind: DeliveryHappened.kind }, order: { id: 'ASC' } })) {
    const site = directory.byId(row.siteId ?? 0) as SiteRef;
    const ctx = atSite(systemCtx(house.clock.now()), site);
    await house.app.get(TellAboutDelivery).handle(ctx, row.payload as never);
    await rows.remove(row);
  }
}
const news = async ({ ctx }: Person): Promise<string[]> =>
  (await house.app.get(Notices).mine(ctx, {}, pageRequest())).items.map(({ title }) => title);

describe('往来提醒', () => {
  it('tells the receiver what came in and the sender what became of it, each at their own site', async () => {
    const delivery = await house.given.delivery(town, portal, { by: writer, title: '水库清淤完工' });
    await work();
    expect(await news(chief)).toEqual([`收到${town.name}的稿件《水库清淤完工》，待签收`]);
    expect(await news(writer)).not.toContainEqual(expect.stringContaining('待签收'));

    await house.app.get(DeliveryService).decline(chief.ctx, delivery.id, '已有同类稿件');
    await work();
    expect(await news(writer)).toContainEqual(`《水库清淤完工》未被${portal.name}采用：已有同类稿件`);
  });
});
