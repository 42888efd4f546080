import { siteDoor, type Body, type Trial } from './trial';

const chosenAssets = (more: Body = {}): Trial => ({
  door: 'site',
  body: async (me) => ({ ids: [(await me.given.asset(me.site)).id], ...more }),
  fields: { ids: { names: 'asset', sent: (_me, id) => ({ ids: [id], ...more }) } },
});

/** 素材. */
export const LIBRARY_ROUTES: Readonly<Record<string, Trial>> = {
  'POST /sites/:site/documents/convert': siteDoor,
  'POST /sites/:site/documents/pictures': {
    door: 'site',
    body: () => ({ address: 'http://127.0.0.1/a.png' }),
  },
  'GET /sites/:site/assets': {
    door: 'site',
    fields: { folderId: { names: 'assetFolder', sent: (_me, id) => ({ folderId: id }) } },
  },
  'POST /sites/:site/assets': siteDoor,
  'GET /sites/:site/assets/tags': siteDoor,
  'GET /sites/:site/assets/space': siteDoor,
  'POST /sites/:site/assets/count-uses': siteDoor,
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
  'GET /sites/:site/shared-assets': siteDoor,
  'GET /sites/:site/shared-assets/:id/file': { door: 'site', id: 'assetOffer' },
  'POST /sites/:site/shared-assets/:id/take': { door: 'site', id: 'assetOffer' },
  'GET /sites/:site/asset-folders': siteDoor,
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
  'GET /sites/:site/uploads': siteDoor,
  'POST /sites/:site/uploads': siteDoor,
  'GET /sites/:site/uploads/:id': { door: 'site', id: 'upload' },
  'PATCH /sites/:site/uploads/:id': { door: 'site', id: 'upload' },
  'DELETE /sites/:site/uploads/:id': { door: 'site', id: 'upload' },
  'POST /sites/:site/uploads/:id/finish': { door: 'site', id: 'upload' },
  'GET /sites/:site/assets/:id': { door: 'site', id: 'asset' },
  'PATCH /sites/:site/assets/:id': { door: 'site', id: 'asset', body: () => ({ alt: '改说明' }) },
  'DELETE /sites/:site/assets/:id': { door: 'site', id: 'asset' },
  'GET /sites/:site/assets/:id/file': { door: 'site', id: 'asset' },
  'GET /sites/:site/files/:month/:name': { door: 'site', id: 'file' },
};
