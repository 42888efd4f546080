import { agreementOf, type Id, type Intruder } from '../neighbours';
import { reason, ownPublished, articleMove, siteDoor, type Body, type Trial } from './trial';

const coKept = ({ channelId, partner }: Intruder): Body => ({
  channelId,
  site: partner.key,
  way: 'direct',
  maintainer: '本站办公室',
});
const incoming = async ({ given, site, partner }: Intruder): Promise<Id> =>
  (await given.delivery(partner, site)).id;
const deliveryMove = (body?: Body): Trial => ({
  door: 'site',
  id: 'delivery',
  ...(body ? { body: () => body } : {}),
});

/** 报送与接收. */
export const DELIVERY_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /sites/:site/delivery-targets': siteDoor,
  'GET /sites/:site/articles/:id/deliveries': articleMove(),
  'POST /sites/:site/articles/:id/deliver': {
    door: 'site',
    id: 'article',
    own: ownPublished,
    body: ({ partner }) => ({ to: [partner.key] }),
    fields: { to: { names: 'siteKey', sent: (_me, id) => ({ to: [id] }) } },
  },
  'GET /sites/:site/deliveries': siteDoor,
  'GET /sites/:site/deliveries/:id': deliveryMove(),
  'POST /sites/:site/deliveries/:id/accept': {
    door: 'site',
    id: 'delivery',
    own: incoming,
    body: ({ channelId }) => ({ channelId }),
    fields: { channelId: { names: 'channel', sent: (_me, id) => ({ channelId: id }) } },
  },
  'POST /sites/:site/deliveries/:id/open': deliveryMove(),
  'POST /sites/:site/deliveries/:id/remind': deliveryMove(),
  'GET /sites/:site/deliveries/:id/files/:index': { ...deliveryMove(), parts: { index: '0' } },
  'GET /sites/:site/adoption/grades': siteDoor,
  'GET /sites/:site/adoption/ranking': siteDoor,
  'GET /sites/:site/adoption/ranking/export': siteDoor,
  'GET /sites/:site/adoption/mine': siteDoor,
  'GET /sites/:site/channel-agreements': siteDoor,
  'POST /sites/:site/channel-agreements': {
    door: 'site',
    body: coKept,
    fields: {
      channelId: { names: 'channel', sent: (me, id) => ({ ...coKept(me), channelId: id }) },
      site: { names: 'siteKey', sent: (me, id) => ({ ...coKept(me), site: id }) },
    },
  },
  'POST /sites/:site/channel-agreements/:id/agree': {
    door: 'site',
    id: 'channelAgreement',
    own: ({ given, site: own, partner }) => agreementOf(given, partner, own, '本站共建'),
    body: ({ channelId }) => ({ channelId }),
    fields: { channelId: { names: 'channel', sent: (_me, id) => ({ channelId: id }) } },
  },
  'POST /sites/:site/channel-agreements/:id/decline': {
    door: 'site',
    id: 'channelAgreement',
    body: () => reason,
  },
  'POST /sites/:site/channel-agreements/:id/end': {
    door: 'site',
    id: 'channelAgreement',
    body: () => ({ ...reason, copies: 'withdraw' }),
  },
  'POST /sites/:site/deliveries/:id/decline': deliveryMove(reason),
  'POST /sites/:site/deliveries/:id/recall': deliveryMove(),
  'POST /sites/:site/deliveries/:id/apply': deliveryMove(),
  'POST /sites/:site/deliveries/:id/ignore': deliveryMove(),
};
