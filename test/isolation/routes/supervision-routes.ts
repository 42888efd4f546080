import { reason, siteDoor, about, type Body, type Trial } from './trial';

const rectificationMove = (body?: Body): Trial => ({
  door: 'site',
  id: 'rectification',
  ...(body ? { body: () => body } : {}),
});

/** 监管. */
export const SUPERVISION_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /sites/:site/supervision/overview': siteDoor,
  'GET /sites/:site/supervision/indicators': siteDoor,
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
  'GET /sites/:site/supervision/patrols': siteDoor,
  'POST /sites/:site/supervision/patrol': siteDoor,
};
