import { movedRows } from '../moved-rows';
import type { Id, Intruder } from '../neighbours';
import { siteDoor, type Trial } from './trial';

const ownImport = async ({ given, site: own }: Intruder): Promise<Id> =>
  (await movedRows(given, own, `本站${(await given.organisation()).toString()}`)).importRun;

/** 旧站迁入与整站导出. */
export const MOVING_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /sites/:site/imports': siteDoor,
  'POST /sites/:site/imports': siteDoor,
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
  'GET /sites/:site/old-addresses': siteDoor,
  'POST /sites/:site/old-addresses': { door: 'site', body: () => ({ address: '/own.asp', to: '/sitemap/' }) },
  'GET /sites/:site/old-addresses/list': siteDoor,
  'POST /sites/:site/old-addresses/list': siteDoor,
  'DELETE /sites/:site/old-addresses/:id': { door: 'site', id: 'oldAddress' },
  'GET /sites/:site/exports': siteDoor,
  'POST /sites/:site/exports': siteDoor,
  'GET /sites/:site/exports/:id/file': { door: 'site', id: 'siteExport' },
};
