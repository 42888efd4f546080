import { ownChannel, siteDoor, type Trial } from './trial';

/** 栏目. */
export const CHANNEL_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /sites/:site/channels': siteDoor,
  'GET /sites/:site/channels/presentations': siteDoor,
  'POST /sites/:site/channels': {
    door: 'site',
    body: () => ({ name: '新栏目', slug: 'new', kind: 'dynamic', updateClass: 'other' }),
    fields: {
      parentId: {
        names: 'channel',
        sent: (_me, id) => ({
          name: '下级栏目',
          slug: 'below',
          kind: 'dynamic',
          updateClass: 'other',
          parentId: id,
        }),
      },
    },
  },
  'PATCH /sites/:site/channels/:id': { door: 'site', id: 'channel', body: () => ({ name: '改名' }) },
  'DELETE /sites/:site/channels/:id': { door: 'site', id: 'channel' },
  'POST /sites/:site/channels/:id/move': {
    door: 'site',
    id: 'channel',
    own: ownChannel,
    body: () => ({ parentId: null, position: 0 }),
    fields: { parentId: { names: 'channel', sent: (_me, id) => ({ parentId: id, position: 0 }) } },
  },
};
