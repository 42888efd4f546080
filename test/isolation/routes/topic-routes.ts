import type { Id, Intruder } from '../neighbours';
import type { Trial } from './trial';

type Body = Readonly<Record<string, unknown>>;

const topic = (more: Body = {}): Body => ({
  path: 'own-topic',
  name: '本站专题',
  startsOn: '2026-03-01',
  endsOn: '2026-12-31',
  ...more,
});
const section = (more: Body): Body => topic({ sections: [{ title: '栏目', ...more }] });
const application = (more: Body): Body => ({ reason: '本站申请', ...more });
const ownTopic = async (me: Intruder): Promise<Id> => (await me.given.topic(me.person)).id;

const ofTopic = (body?: Body): Trial => ({
  door: 'site',
  id: 'topic',
  ...(body ? { body: () => body } : {}),
});
const ofChange: Trial = {
  door: 'site',
  id: 'channelChange',
  body: () => ({ opinion: '核对另一站点的数据' }),
};

const NAMED: NonNullable<Trial['fields']> = {
  bannerAssetId: { names: 'asset', sent: (_me, id) => topic({ bannerAssetId: id }) },
  'sections.channelId': { names: 'channel', sent: (_me, id) => section({ channelId: id }) },
  'sections.articleIds': { names: 'article', sent: (_me, id) => section({ articleIds: [id] }) },
};

/** 专题、栏目变更、文章类型、索引号. */
export const TOPIC_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /article-kinds': { door: 'everybody' },
  'GET /sites/:site/index-number': { door: 'site' },
  'POST /sites/:site/index-number/preview': {
    door: 'site',
    body: () => ({ template: '{org9}/{year}-{serial5}' }),
  },

  'GET /sites/:site/topics': { door: 'site' },
  'POST /sites/:site/topics': { door: 'site', body: () => topic(), fields: NAMED },
  'GET /sites/:site/topics/:id': ofTopic(),
  'PATCH /sites/:site/topics/:id': {
    door: 'site',
    id: 'topic',
    own: ownTopic,
    body: () => ({ version: 1, name: '改名' }),
    fields: {
      bannerAssetId: { names: 'asset', sent: (_me, id) => ({ version: 1, bannerAssetId: id }) },
      'sections.channelId': {
        names: 'channel',
        sent: (_me, id) => ({ version: 1, sections: [{ title: '栏目', channelId: id }] }),
      },
      'sections.articleIds': {
        names: 'article',
        sent: (_me, id) => ({ version: 1, sections: [{ title: '栏目', articleIds: [id] }] }),
      },
    },
  },
  'DELETE /sites/:site/topics/:id': ofTopic(),
  'POST /sites/:site/topics/:id/apply': ofTopic(),
  'POST /sites/:site/topics/:id/recall': ofTopic(),
  'POST /sites/:site/topics/:id/approve': ofTopic({ opinion: '同意' }),
  'POST /sites/:site/topics/:id/refuse': ofTopic({ opinion: '不同意' }),
  'POST /sites/:site/topics/:id/close': ofTopic({ opinion: '关闭' }),
  'POST /sites/:site/topics/:id/archive': ofTopic(),
  'POST /sites/:site/topics/:id/reopen': ofTopic(),

  'GET /sites/:site/channel-changes': { door: 'site' },
  'POST /sites/:site/channel-changes': {
    door: 'site',
    body: ({ channelId }) => application({ kind: 'cycle', channelId, plan: { updateClass: 'notice' } }),
    fields: {
      channelId: { names: 'channel', sent: (_me, id) => application({ kind: 'close', channelId: id }) },
      intoChannelId: {
        names: 'channel',
        sent: ({ channelId }, id) => application({ kind: 'merge', channelId, intoChannelId: id }),
      },
      'plan.parentId': {
        names: 'channel',
        sent: async ({ given }, id) =>
          application({
            kind: 'open',
            keeping: '初审、复审',
            plan: {
              name: '下级',
              path: 'below',
              kind: 'dynamic',
              updateClass: 'other',
              ownerOrganisationId: await given.organisation(),
              parentId: id,
            },
          }),
      },
    },
  },
  'GET /sites/:site/channel-changes/:id': { door: 'site', id: 'channelChange' },
  'POST /sites/:site/channel-changes/:id/approve': ofChange,
  'POST /sites/:site/channel-changes/:id/refuse': ofChange,
  'POST /sites/:site/channel-changes/:id/recall': { door: 'site', id: 'channelChange' },
};
