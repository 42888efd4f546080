import { policyFacts, type Id, type Intruder } from '../neighbours';
import {
  reason,
  ownPublished,
  ownChannel,
  articleMove,
  siteDoor,
  type Body,
  type NamingField,
  type Trial,
} from './trial';

const draft = ({ channelId }: Intruder): Body => ({
  channelId,
  kind: 'news',
  title: '本站稿件',
  source: '本站',
  body: '<p>本站正文</p>',
});
const ownDraft = async ({ given, site, person }: Intruder): Promise<Id> =>
  (await given.article(site, { by: person })).id;
const ownBinned = async (me: Intruder): Promise<Id> => {
  const id = await ownDraft(me);
  await me.given.bin(me.person, Number(id));
  return id;
};
const channelOf = (more: Body = {}): NamingField => ({
  names: 'channel',
  sent: (me, id) => ({ ...draft(me), ...more, channelId: id }),
});
const successor = (facts: Body): Body => ({ ...facts, validity: 'amended' });

/** 稿件. */
export const ARTICLE_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /sites/:site/articles': {
    door: 'site',
    fields: { channel: { names: 'channel', sent: (_me, id) => ({ channel: id }) } },
  },
  'POST /sites/:site/articles': {
    door: 'site',
    body: draft,
    fields: {
      channelId: channelOf(),
      coverAssetId: { names: 'asset', sent: (me, id) => ({ ...draft(me), coverAssetId: id }) },
      attachmentIds: { names: 'asset', sent: (me, id) => ({ ...draft(me), attachmentIds: [id] }) },
      interpretsArticleId: {
        names: 'policy',
        sent: (me, id) => ({ ...draft(me), kind: 'interpretation', interpretsArticleId: id }),
      },
      'policy.successorArticleId': {
        names: 'policy',
        sent: (me, id) => ({
          ...draft(me),
          kind: 'policyDocument',
          policy: successor({ ...policyFacts('本站机关'), successorArticleId: id }),
        }),
      },
    },
  },
  'GET /sites/:site/articles/:id': articleMove(),
  'PATCH /sites/:site/articles/:id': {
    door: 'site',
    id: 'article',
    own: ownDraft,
    body: () => ({ version: 1, title: '改题' }),
    fields: {
      channelId: { names: 'channel', sent: (_me, id) => ({ channelId: id }) },
      coverAssetId: { names: 'asset', sent: (_me, id) => ({ version: 1, coverAssetId: id }) },
      attachmentIds: { names: 'asset', sent: (_me, id) => ({ version: 1, attachmentIds: [id] }) },
      interpretsArticleId: {
        names: 'policy',
        sent: (_me, id) => ({ version: 1, kind: 'interpretation', interpretsArticleId: id }),
      },
      'policy.successorArticleId': {
        names: 'policy',
        sent: (_me, id) => ({
          version: 1,
          kind: 'policyDocument',
          policy: successor({ ...policyFacts('本站机关'), successorArticleId: id }),
        }),
      },
    },
  },
  'DELETE /sites/:site/articles/:id': articleMove(),
  'GET /sites/:site/articles/:id/changes': articleMove(),
  'GET /sites/:site/articles/:id/preview': articleMove(),
  'GET /sites/:site/articles/:id/revisions': articleMove(),
  'GET /sites/:site/articles/:id/trail': articleMove(),
  'POST /sites/:site/articles/:id/submit': articleMove({}),
  'POST /sites/:site/articles/:id/pass-initial': articleMove({}),
  'POST /sites/:site/articles/:id/pass-second': articleMove({}),
  'POST /sites/:site/articles/:id/pass-final': articleMove({}),
  'POST /sites/:site/articles/:id/send-back': articleMove(reason),
  'POST /sites/:site/articles/:id/recall': articleMove(),
  'POST /sites/:site/articles/:id/withdraw': {
    door: 'site',
    id: 'article',
    own: ownPublished,
    body: () => reason,
    fields: {
      intoId: { names: 'article', sent: (_me, id) => ({ ...reason, way: 'merged', intoId: id }) },
    },
  },
  'POST /sites/:site/articles/:id/move': {
    door: 'site',
    id: 'article',
    own: ownDraft,
    body: ({ channelId }) => ({ channelId }),
    fields: { channelId: { names: 'channel', sent: (_me, id) => ({ channelId: id }) } },
  },
  'POST /sites/:site/articles/:id/pin': articleMove({}),
  'DELETE /sites/:site/articles/:id/pin': articleMove(),
  'PUT /sites/:site/articles/:id/expiry': articleMove({ at: '2030-01-01T00:00:00.000Z' }),
  'GET /sites/:site/channels/:id/pins': { door: 'site', id: 'channel' },
  'PUT /sites/:site/channels/:id/pins': {
    door: 'site',
    id: 'channel',
    own: ownChannel,
    body: () => ({ ids: [] }),
    fields: { ids: { names: 'article', isTaken: true, sent: (_me, id) => ({ ids: [id] }) } },
  },
  'GET /sites/:site/articles/:id/comparison': articleMove({ from: 1, to: 1 }),
  'POST /sites/:site/articles/:id/revisions/:number/restore': {
    door: 'site',
    id: 'article',
    parts: { number: '1' },
  },
  'POST /sites/:site/articles/:id/copy': {
    door: 'site',
    id: 'article',
    own: ownDraft,
    body: ({ channelId }) => ({ channelId }),
    fields: {
      channelId: { names: 'channel', sent: (_me, id) => ({ channelId: id }) },
      site: { names: 'siteKey', sent: ({ channelId }, id) => ({ channelId, site: id }) },
    },
  },
  'GET /sites/:site/articles/:id/preview-links': articleMove(),
  'POST /sites/:site/articles/:id/preview-links': articleMove({ days: 1 }),
  'DELETE /sites/:site/articles/:id/preview-links/:linkId': {
    door: 'site',
    id: 'article',
    parts: { linkId: '1' },
  },
  'POST /sites/:site/article-batches': {
    door: 'site',
    body: async (me) => ({ operation: 'pin', ids: [await ownDraft(me)] }),
    fields: {
      // A batch tells a result for each article, with its own token; `notFound` is proved by its own spec.
      ids: { names: 'article', isTaken: true, sent: (_me, id) => ({ operation: 'delete', ids: [id] }) },
      channelId: {
        names: 'channel',
        isTaken: true,
        sent: async (me, id) => ({ operation: 'move', ids: [await ownDraft(me)], channelId: id }),
      },
      'withdrawing.intoId': {
        names: 'article',
        isTaken: true,
        sent: async (me, id) => ({
          operation: 'withdraw',
          ids: [await ownPublished(me)],
          withdrawing: { ...reason, way: 'merged', intoId: id },
        }),
      },
    },
  },
  'POST /sites/:site/article-batches/:token/continue': { door: 'site', parts: { token: 'f'.repeat(32) } },
  'POST /sites/:site/article-batches/:token/undo': { door: 'site', parts: { token: 'f'.repeat(32) } },
  'GET /sites/:site/register': {
    door: 'site',
    fields: { channel: { names: 'channel', sent: (_me, id) => ({ channel: id }) } },
  },
  'GET /sites/:site/register/export': {
    door: 'site',
    body: () => ({ format: 'csv' }),
    fields: { channel: { names: 'channel', sent: (_me, id) => ({ channel: id, format: 'csv' }) } },
  },
  'GET /sites/:site/recycle-bin': siteDoor,
  'POST /sites/:site/recycle-bin/:id/restore': {
    door: 'site',
    id: 'article',
    own: ownBinned,
    body: () => ({}),
    fields: { channelId: { names: 'channel', sent: (_me, id) => ({ channelId: id }) } },
  },
  'DELETE /sites/:site/recycle-bin/:id': articleMove(),
  'POST /sites/:site/articles/:id/republish': articleMove(),
  'POST /sites/:site/articles/:id/revise': articleMove(),
  'POST /sites/:site/articles/:id/schedule': articleMove({ at: null }),
  'GET /sites/:site/articles/:id/working-copy': articleMove(),
  'PUT /sites/:site/articles/:id/working-copy': articleMove({ baseVersion: 1, text: { title: '改题' } }),
  'DELETE /sites/:site/articles/:id/working-copy': articleMove(),
  'POST /sites/:site/articles/:id/presence': articleMove({ isEditing: true }),
};
