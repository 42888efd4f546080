import { LAYOUT_ROUTES } from './layout-routes';
import { REVIEW_ROUTES } from './review-routes';
import type { Call } from './intrusion';
import { movedRows } from './moved-rows';
import { agreementOf, policyFacts, type Id, type Intruder, type RowKind } from './neighbours';
import { TOPIC_ROUTES } from './topic-routes';

type Body = Readonly<Record<string, unknown>>;
type Making<T> = (me: Intruder) => T | Promise<T>;

/** A field that names a row of a site: what to send so that only this name is wrong. */
export interface NamingField {
  readonly names: RowKind;
  /** Whatever it names is stored unseen, so only the outcome can be compared. */
  readonly isTaken?: true;
  readonly sent: (me: Intruder, id: Id) => Body | Promise<Body>;
}

/**
 * How a route is tried by somebody from another site.
 *
 * `site`: under `/sites/:site`; tried at the victim's address, and at the intruder's own with the victim's
 * ids. `platform`: for officers; people of sites are refused whatever they ask. `everybody`: for all who
 * are signed in; may not tell of any site. `stranger`: without signing in; likewise.
 */
export interface Trial {
  readonly door: 'site' | 'platform' | 'everybody' | 'stranger';
  /** What `:id`, or the address of a file, names. */
  readonly id?: RowKind;
  /** Other parts of the address. */
  readonly parts?: Readonly<Record<string, string>>;
  /** What is sent so that nothing but the address is wrong. */
  readonly body?: Making<Body>;
  /** A row of the intruder's own for `:id`, where a field is tried. */
  readonly own?: Making<Id>;
  readonly fields?: Readonly<Record<string, NamingField>>;
  /** Nobody at a site may call it, whatever the site: only officers, or only supervisors. */
  readonly notForSites?: true;
  /** Cannot be answered before the build. */
  readonly needsBuild?: true;
  /** Ends sessions, so a colleague makes the call. */
  readonly endsSession?: true;
}

/** Numbers that name nothing: positions, versions, lengths of time. */
export const PLAIN_NUMBERS = [
  'nth',
  'items.version',

  'page',
  'pageSize',
  'version',
  'baseVersion',
  'days',
  'from',
  'to',
  'position',
  'cycleDays',
  'plan.cycleDays',
  'sections.count',
  'workingDays',
  'minBytes',
  'maxBytes',
];
/** People and organisations belong to the installation; every site may name them. */
export const SHARED_NAMES = [
  'account',
  'accountId',
  'fromId',
  'toId',
  'steps.who.organisationId',
  'steps.who.accountIds',
  'members.accountId',
  'organisationId',
  'ownerOrganisationId',
  'plan.ownerOrganisationId',
  'sponsorId',
  'operatorId',
  'competentAuthorityId',
];

const daysAsked = { from: '2026-01-01', to: '2026-03-31' };
const reason = { reason: '核对另一站点的数据' };
const draft = ({ channelId }: Intruder): Body => ({
  channelId,
  kind: 'news',
  title: '本站稿件',
  source: '本站',
  body: '<p>本站正文</p>',
});
const coKept = ({ channelId, partner }: Intruder): Body => ({
  channelId,
  site: partner.key,
  way: 'direct',
  maintainer: '本站办公室',
});
const ownDraft = async ({ given, site, person }: Intruder): Promise<Id> =>
  (await given.article(site, { by: person })).id;
const ownBinned = async (me: Intruder): Promise<Id> => {
  const id = await ownDraft(me);
  await me.given.bin(me.person, Number(id));
  return id;
};
const ownPublished = async ({ given, site }: Intruder): Promise<Id> =>
  (await given.article(site, { state: 'published' })).id;
const ownChannel = async ({ given, site }: Intruder): Promise<Id> => {
  const path = `own-${(await given.organisation()).toString()}`;
  return (await given.newChannel(site, { path, name: '本站栏目' })).id;
};
const incoming = async ({ given, site, partner }: Intruder): Promise<Id> =>
  (await given.delivery(partner, site)).id;

const ownImport = async ({ given, site: own }: Intruder): Promise<Id> =>
  (await movedRows(given, own, `本站${(await given.organisation()).toString()}`)).importRun;

const channelOf = (more: Body = {}): NamingField => ({
  names: 'channel',
  sent: (me, id) => ({ ...draft(me), ...more, channelId: id }),
});
const successor = (facts: Body): Body => ({ ...facts, validity: 'amended' });

const articleMove = (body?: Body): Trial => ({
  door: 'site',
  id: 'article',
  ...(body ? { body: () => body } : {}),
});
const deliveryMove = (body?: Body): Trial => ({
  door: 'site',
  id: 'delivery',
  ...(body ? { body: () => body } : {}),
});
const rectificationMove = (body?: Body): Trial => ({
  door: 'site',
  id: 'rectification',
  ...(body ? { body: () => body } : {}),
});
const officers = (body?: Body, parts: Readonly<Record<string, string>> = {}): Trial => ({
  door: 'platform',
  parts: { id: '1', ...parts },
  ...(body ? { body: () => body } : {}),
});
const banner: Body = { level: 1, title: '泄洪提醒', text: '请远离河道' };
const site: Trial = { door: 'site' };
const chosenAssets = (more: Body = {}): Trial => ({
  door: 'site',
  body: async (me) => ({ ids: [(await me.given.asset(me.site)).id], ...more }),
  fields: { ids: { names: 'asset', sent: (_me, id) => ({ ids: [id], ...more }) } },
});
const lifeCycle = (body?: Body): Trial => ({
  door: 'site',
  notForSites: true,
  ...(body ? { body: () => body } : {}),
});
const everybody: Trial = { door: 'everybody' };
const stranger: Trial = { door: 'stranger' };
const about: NamingField = { names: 'siteKey', sent: (_me, id) => ({ about: id }) };

/** Every route of the console. A route that is missing here fails the build. */
export const ROUTES: Readonly<Record<string, Trial>> = {
  ...REVIEW_ROUTES,
  // 本站
  'GET /sites/:site': site,
  'PATCH /sites/:site': { door: 'site', body: () => ({ contactPhone: '0743-1234567' }) },
  'GET /sites/:site/bindings': site,
  'PUT /sites/:site/bindings': lifeCycle({ bindings: [{ host: 'own.localhost', isCanonical: true }] }),
  'GET /sites/:site/history': site,
  'POST /sites/:site/go-online': lifeCycle(),
  'POST /sites/:site/suspend': lifeCycle({ ...reason, until: '2030-01-01' }),
  'POST /sites/:site/resume': lifeCycle(),
  'POST /sites/:site/announce-closing': lifeCycle({ ...reason, destination: '县政府门户网站' }),
  'POST /sites/:site/withdraw-closing': lifeCycle({}),
  'POST /sites/:site/deregistrations': lifeCycle({ item: 'icp', doneOn: '2026-01-05', reference: '1' }),
  'POST /sites/:site/close': lifeCycle(),
  'GET /sites/:site/rights': site,
  'GET /sites/:site/settings': site,
  'PUT /sites/:site/settings/:key': {
    door: 'site',
    parts: { key: 'site.notice' },
    body: () => ({ value: '本站公告' }),
  },
  'DELETE /sites/:site/settings/:key': { door: 'site', parts: { key: 'site.notice' } },
  'GET /sites/:site/audit': { door: 'site', fields: { about } },
  'GET /sites/:site/calendar': { door: 'site', body: () => daysAsked },
  'GET /sites/:site/statistics/work': { door: 'site', body: () => ({ ...daysAsked, by: 'person' }) },
  'GET /sites/:site/statistics/work/export': { door: 'site', body: () => ({ ...daysAsked, by: 'person' }) },
  'GET /sites/:site/statistics/mine': { door: 'site', body: () => daysAsked },
  'GET /sites/:site/statistics/visits': { door: 'site', body: () => daysAsked },
  'GET /sites/:site/statistics/visits/channels': { door: 'site', body: () => daysAsked },
  'GET /sites/:site/statistics/visits/articles': { door: 'site', body: () => daysAsked },
  'GET /sites/:site/statistics/visits/sites': { door: 'site', notForSites: true, body: () => daysAsked },
  'GET /sites/:site/statistics/visits/export': {
    door: 'site',
    body: () => ({ ...daysAsked, table: 'articles' }),
  },
  ...LAYOUT_ROUTES,
  'GET /sites/:site/theme': site,
  'PUT /sites/:site/theme': { door: 'site', body: () => ({ name: 'base', settings: {} }) },
  'POST /sites/:site/theme/preview': { door: 'site', body: () => ({ name: 'base', settings: {} }) },

  // 成员
  'GET /sites/:site/members': site,
  'GET /sites/:site/members/candidates': site,
  'POST /sites/:site/members': {
    door: 'site',
    body: async ({ given }) => ({ accountId: await given.account(), role: 'editor' }),
    fields: {
      channelIds: {
        names: 'channel',
        // Identity stands below content and knows no channels; a channel of elsewhere gives no right here.
        isTaken: true,
        sent: async ({ given }, id) => ({
          accountId: await given.account(),
          role: 'editor',
          channelIds: [id],
        }),
      },
    },
  },
  'DELETE /sites/:site/members/:id': { door: 'site', id: 'membership' },

  // 栏目
  'GET /sites/:site/channels': site,
  'GET /sites/:site/channels/presentations': site,
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

  ...TOPIC_ROUTES,

  // 稿件
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
  'GET /sites/:site/recycle-bin': site,
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

  // 内容检查
  'POST /check/text': { door: 'everybody', body: () => ({ text: '部署工作' }) },
  'POST /sites/:site/check': {
    door: 'site',
    body: () => ({ title: '本站稿件', body: '<p>正文</p>' }),
    fields: {
      articleId: { names: 'article', sent: (_me, id) => ({ title: '本站稿件', articleId: id }) },
      attachments: {
        names: 'asset',
        sent: (_me, id) => ({ title: '本站稿件', attachments: [id] }),
        isTaken: true,
      },
    },
  },
  'GET /sites/:site/articles/:id/check': articleMove(),
  'POST /sites/:site/articles/:id/check/dismissals': articleMove({ key: 'abcdefghijkl', ...reason }),
  'DELETE /sites/:site/articles/:id/check/dismissals/:key': {
    door: 'site',
    id: 'article',
    parts: { key: 'abcdefghijkl' },
  },
  'GET /sites/:site/check-findings': site,
  'POST /sites/:site/check-findings/settle': {
    door: 'site',
    body: () => ({ ids: [2_000_000_011], state: 'handled' }),
    fields: { ids: { names: 'checkFinding', sent: (_me, id) => ({ ids: [id], state: 'handled' }) } },
  },
  'GET /sites/:site/check-runs': site,
  'POST /sites/:site/check-runs': site,
  'GET /sites/:site/check-terms': site,
  'POST /sites/:site/check-terms': { door: 'site', body: () => ({ wrong: '本站词条', kind: 'wording' }) },
  'PUT /sites/:site/check-terms/stance': { door: 'site', body: () => ({ wrong: '布署', isOff: true }) },
  'PATCH /sites/:site/check-terms/:id': { door: 'site', id: 'term', body: () => ({ right: '改词' }) },
  'DELETE /sites/:site/check-terms/:id': { door: 'site', id: 'term' },
  'POST /sites/:site/check-terms/import': site,
  'GET /sites/:site/check-terms/export': site,
  'GET /sites/:site/check-rules': site,
  'PUT /sites/:site/check-rules/:rule': {
    door: 'site',
    parts: { rule: 'linkDead' },
    body: () => ({ level: 'hint' }),
  },
  'DELETE /sites/:site/check-rules/:rule': { door: 'site', parts: { rule: 'linkDead' } },
  'GET /check-terms': officers(),
  'POST /check-terms': officers({ wrong: '平台词条', kind: 'wording' }),
  'PUT /check-terms/stance': officers({ wrong: '布署', isOff: true }),
  'PATCH /check-terms/:id': officers({ right: '改词' }),
  'DELETE /check-terms/:id': officers(),
  'POST /check-terms/import': officers(),
  'GET /check-terms/export': officers(),
  'GET /check-rules': officers(),
  'PUT /check-rules/:rule': officers({ level: 'hint' }, { rule: 'linkDead' }),
  'DELETE /check-rules/:rule': officers(undefined, { rule: 'linkDead' }),

  // 素材
  'POST /sites/:site/documents/convert': site,
  'POST /sites/:site/documents/pictures': {
    door: 'site',
    body: () => ({ address: 'http://127.0.0.1/a.png' }),
  },
  'GET /sites/:site/assets': {
    door: 'site',
    fields: { folderId: { names: 'assetFolder', sent: (_me, id) => ({ folderId: id }) } },
  },
  'POST /sites/:site/assets': site,
  'GET /sites/:site/assets/tags': site,
  'GET /sites/:site/assets/space': site,
  'POST /sites/:site/assets/count-uses': site,
  'POST /sites/:site/assets/move': {
    ...chosenAssets({ folderId: null }),
    fields: {
      ids: { names: 'asset', sent: (_me, id) => ({ ids: [id], folderId: null }) },
      folderId: {
        names: 'assetFolder',
        sent: async (me, id) => ({ ids: [(await me.given.asset(me.site)).id], folderId: id }),
      },
    },
  },
  'POST /sites/:site/assets/tag': {
    ...chosenAssets({ add: ['标签'] }),
    fields: { ids: { names: 'asset', sent: (_me, id) => ({ ids: [id], add: ['标签'] }) } },
  },
  'POST /sites/:site/assets/trash': chosenAssets(),
  'POST /sites/:site/assets/restore': chosenAssets(),
  'DELETE /sites/:site/assets/:id/for-good': { door: 'site', id: 'asset' },
  'POST /sites/:site/assets/:id/scan': { door: 'site', id: 'asset' },
  'POST /sites/:site/assets/:id/replace': { door: 'site', id: 'asset' },
  'POST /sites/:site/assets/:id/versions/:number/restore': { door: 'site', id: 'asset' },
  'POST /sites/:site/assets/:id/offer': { door: 'site', id: 'asset' },
  'DELETE /sites/:site/assets/:id/offer': { door: 'site', id: 'asset' },
  'GET /sites/:site/shared-assets': site,
  'GET /sites/:site/shared-assets/:id/file': { door: 'site', id: 'assetOffer' },
  'POST /sites/:site/shared-assets/:id/take': { door: 'site', id: 'assetOffer' },
  'GET /sites/:site/asset-folders': site,
  'POST /sites/:site/asset-folders': {
    door: 'site',
    body: () => ({ name: '本站文件夹' }),
    fields: {
      parentId: {
        names: 'assetFolder',
        sent: ({ site: { key } }, id) => ({ name: `下级 ${key}`, parentId: id }),
      },
    },
  },
  'PATCH /sites/:site/asset-folders/:id': {
    door: 'site',
    id: 'assetFolder',
    body: () => ({ name: '改名' }),
    own: async ({ given, site: own }) => (await given.assetFolder(own)).id,
    fields: { parentId: { names: 'assetFolder', sent: (_me, id) => ({ parentId: id }) } },
  },
  'DELETE /sites/:site/asset-folders/:id': { door: 'site', id: 'assetFolder' },
  'GET /sites/:site/uploads': site,
  'POST /sites/:site/uploads': site,
  'GET /sites/:site/uploads/:id': { door: 'site', id: 'upload' },
  'PATCH /sites/:site/uploads/:id': { door: 'site', id: 'upload' },
  'DELETE /sites/:site/uploads/:id': { door: 'site', id: 'upload' },
  'POST /sites/:site/uploads/:id/finish': { door: 'site', id: 'upload' },
  'GET /sites/:site/assets/:id': { door: 'site', id: 'asset' },
  'PATCH /sites/:site/assets/:id': { door: 'site', id: 'asset', body: () => ({ alt: '改说明' }) },
  'DELETE /sites/:site/assets/:id': { door: 'site', id: 'asset' },
  'GET /sites/:site/assets/:id/file': { door: 'site', id: 'asset' },
  'GET /sites/:site/files/:month/:name': { door: 'site', id: 'file' },

  // 旧站迁入与整站导出
  'GET /sites/:site/imports': site,
  'POST /sites/:site/imports': site,
  'GET /sites/:site/imports/:id': { door: 'site', id: 'importRun' },
  'POST /sites/:site/imports/:id/read': { door: 'site', id: 'importRun', body: () => ({}) },
  'POST /sites/:site/imports/:id/start': {
    door: 'site',
    id: 'importRun',
    body: ({ channelId }) => ({ isDryRun: true, channelId }),
    own: ownImport,
    fields: { channelId: { names: 'channel', sent: (_me, id) => ({ isDryRun: true, channelId: id }) } },
  },
  'POST /sites/:site/imports/:id/pause': { door: 'site', id: 'importRun' },
  'POST /sites/:site/imports/:id/resume': { door: 'site', id: 'importRun' },
  'POST /sites/:site/imports/:id/cancel': { door: 'site', id: 'importRun' },
  'GET /sites/:site/imports/:id/items': { door: 'site', id: 'importRun' },
  'GET /sites/:site/imports/:id/report': { door: 'site', id: 'importRun' },
  'GET /sites/:site/search-words': { door: 'site', body: () => daysAsked },
  'GET /sites/:site/search-words/export': { door: 'site', body: () => daysAsked },
  'GET /sites/:site/search-entries': { door: 'site', body: () => ({ kind: 'word' }) },
  'POST /sites/:site/search-entries': { door: 'site', body: () => ({ kind: 'word', text: '本站词语' }) },
  'DELETE /sites/:site/search-entries/:id': { door: 'site', id: 'searchEntry' },
  'GET /search-index': officers(),
  'POST /search-index/rebuild': officers({}),
  'GET /sites/:site/old-addresses': site,
  'POST /sites/:site/old-addresses': { door: 'site', body: () => ({ address: '/own.asp', to: '/sitemap/' }) },
  'GET /sites/:site/old-addresses/list': site,
  'POST /sites/:site/old-addresses/list': site,
  'DELETE /sites/:site/old-addresses/:id': { door: 'site', id: 'oldAddress' },
  'GET /sites/:site/exports': site,
  'POST /sites/:site/exports': site,
  'GET /sites/:site/exports/:id/file': { door: 'site', id: 'siteExport' },

  // 报送与接收
  'GET /sites/:site/delivery-targets': site,
  'GET /sites/:site/articles/:id/deliveries': articleMove(),
  'POST /sites/:site/articles/:id/deliver': {
    door: 'site',
    id: 'article',
    own: ownPublished,
    body: ({ partner }) => ({ to: [partner.key] }),
    fields: { to: { names: 'siteKey', sent: (_me, id) => ({ to: [id] }) } },
  },
  'GET /sites/:site/deliveries': site,
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
  'GET /sites/:site/adoption/grades': site,
  'GET /sites/:site/adoption/ranking': site,
  'GET /sites/:site/adoption/ranking/export': site,
  'GET /sites/:site/adoption/mine': site,
  'GET /sites/:site/channel-agreements': site,
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

  // 监管
  'GET /sites/:site/supervision/overview': site,
  'GET /sites/:site/supervision/indicators': site,
  'GET /sites/:site/supervision/findings': { door: 'site', fields: { about } },
  'GET /sites/:site/supervision/findings/:id': { door: 'site', id: 'finding' },
  'POST /sites/:site/supervision/findings/:id/dispatch': {
    door: 'site',
    id: 'finding',
    body: () => ({ organisationId: 1, workingDays: 5, demand: '请整改' }),
  },
  'POST /sites/:site/supervision/findings/:id/dismiss': { door: 'site', id: 'finding', body: () => reason },
  'GET /sites/:site/supervision/rectifications': { door: 'site', fields: { about } },
  'GET /sites/:site/supervision/rectifications/:id': rectificationMove(),
  'POST /sites/:site/supervision/rectifications/:id/accept': rectificationMove(),
  'POST /sites/:site/supervision/rectifications/:id/report-fixed': rectificationMove({ note: '已整改' }),
  'POST /sites/:site/supervision/rectifications/:id/recheck': rectificationMove(),
  'POST /sites/:site/supervision/rectifications/:id/close': rectificationMove(),
  'POST /sites/:site/supervision/rectifications/:id/return': rectificationMove(reason),
  'POST /sites/:site/supervision/rectifications/:id/extend': rectificationMove({ workingDays: 5, ...reason }),
  'GET /sites/:site/supervision/patrols': site,
  'POST /sites/:site/supervision/patrol': site,

  // 平台：三员
  'GET /sites': everybody,
  'POST /sites': officers({ blueprint: 'portal', key: 'another', name: '另一门户' }),
  'GET /blueprints': officers(),
  'GET /settings': officers(),
  'PUT /settings/:key': officers({ value: '公告' }, { key: 'site.notice' }),
  'DELETE /settings/:key': officers(undefined, { key: 'site.notice' }),
  'GET /network-notices': officers(),
  'POST /network-notices': officers({ kind: 'emergency', scope: 'all', ...banner }),
  'POST /network-notices/reach': officers({ scope: 'all' }),
  'GET /network-notices/:id': officers(),
  'PATCH /network-notices/:id': officers({ scope: 'all', ...banner, version: 1 }),
  'POST /network-notices/:id/take-down': officers({ version: 1 }),
  'GET /sites/:site/network-notices': lifeCycle(),
  'POST /sites/:site/network-notices': lifeCycle({ kind: 'emergency', scope: 'network', ...banner }),
  'POST /sites/:site/network-notices/reach': lifeCycle({ scope: 'network' }),
  // A notice is no row of a site; any number will do to be refused.
  'GET /sites/:site/network-notices/:id': { ...lifeCycle(), id: 'rectification' },
  'PATCH /sites/:site/network-notices/:id': {
    ...lifeCycle({ scope: 'network', ...banner, version: 1 }),
    parts: { id: '1' },
  },
  'POST /sites/:site/network-notices/:id/take-down': { ...lifeCycle({ version: 1 }), parts: { id: '1' } },
  'POST /organisations': officers({ name: '另一单位', kind: 'office' }),
  'PATCH /organisations/:id': officers({ name: '另一单位' }),
  'GET /accounts': officers(),
  'POST /accounts': officers({ username: 'another', realName: '另一人', organisationId: 1 }),
  'GET /accounts/:id': officers(),
  'PATCH /accounts/:id': officers({ realName: '另一人' }),
  'POST /accounts/:id/disable': officers(reason),
  'POST /accounts/:id/enable': officers(reason),
  'POST /accounts/:id/unlock': officers(),
  'POST /accounts/:id/reset-password': officers(reason),
  'POST /accounts/:id/sign-out': officers(),
  'GET /memberships': officers(),
  'POST /memberships': officers({ accountId: 1, role: 'editor', site: 'never-was' }),
  'DELETE /memberships/:id': officers(),
  'GET /audit': officers(),
  'GET /audit/verify': officers(),
  'GET /jobs': officers(),
  'GET /jobs/summary': officers(),
  'GET /jobs/:id': officers(),
  'POST /jobs/:id/retry': officers(),
  'POST /jobs/:id/discard': officers(),

  // 登录的每一个人
  'GET /todos': everybody,
  'GET /todos/count': everybody,
  'GET /notices': everybody,
  'GET /notices/count': everybody,
  'POST /notices/read': { door: 'everybody', body: () => ({}) },
  'GET /notices/ways': everybody,
  'PUT /notices/ways': { door: 'everybody', body: () => ({ ways: {} }) },
  'GET /session': everybody,
  'GET /sessions': everybody,
  'DELETE /session': { door: 'everybody', endsSession: true },
  'DELETE /sessions': { door: 'everybody', endsSession: true },
  'POST /session/password': {
    door: 'everybody',
    endsSession: true,
    body: () => ({ current: 'wrong', next: 'Qing-shui.2027x' }),
  },
  'GET /organisations': everybody,
  'GET /organisations/tree': everybody,
  'GET /organisations/:id': { door: 'everybody', parts: { id: '1' } },
  'GET /regulations': everybody,
  'GET /regulations/:code': { door: 'everybody', parts: { code: 'national-floor' } },
  'GET /roles': everybody,
  'GET /themes': everybody,

  // 未登录
  'GET /_theme/*': stranger,
  'GET /healthz': stranger,
  'GET /metrics': stranger,
  'GET /readyz': stranger,
  'GET /openapi.json': { door: 'stranger', needsBuild: true },
  'GET /one-time-links/:token': { door: 'stranger', parts: { token: 'no-such-token' } },
  'POST /one-time-links/:token': {
    door: 'stranger',
    parts: { token: 'no-such-token' },
    body: () => ({ password: 'Qing-shui.2027x' }),
  },
  'POST /session': { door: 'stranger', body: () => ({ username: 'nobody', password: 'nothing' }) },
};

export const trialOf = (name: string): Trial => ROUTES[name] as Trial;

/** `POST /sites/:site/articles/:id/submit` with its parts filled in. */
export function callOf(name: string, siteKey: string, id?: Id, sent?: object): Call {
  const [method = '', pattern = ''] = name.split(' ');
  const parts: Record<string, string> = { site: siteKey, ...trialOf(name).parts };
  if (id !== undefined) {
    parts.id = String(id);
    [parts.month = '', parts.name = ''] = parts.id.split('/');
  }
  const path = pattern.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(parts[part] ?? '1'));
  if (!sent) return { method, path };
  return method === 'GET' ? { method, path, query: sent } : { method, path, body: sent };
}
