import { daysAsked, reason, siteDoor, lifeCycle, about, type Trial } from './trial';

/** 本站与成员. */
export const SITE_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /sites/:site': siteDoor,
  'PATCH /sites/:site': { door: 'site', body: () => ({ contactPhone: '0743-1234567' }) },
  'GET /sites/:site/bindings': siteDoor,
  'PUT /sites/:site/bindings': lifeCycle({ bindings: [{ host: 'own.localhost', isCanonical: true }] }),
  'GET /sites/:site/history': siteDoor,
  'POST /sites/:site/go-online': lifeCycle(),
  'POST /sites/:site/suspend': lifeCycle({ ...reason, until: '2030-01-01' }),
  'POST /sites/:site/resume': lifeCycle(),
  'POST /sites/:site/announce-closing': lifeCycle({ ...reason, destination: '县政府门户网站' }),
  'POST /sites/:site/withdraw-closing': lifeCycle({}),
  'POST /sites/:site/deregistrations': lifeCycle({ item: 'icp', doneOn: '2026-01-05', reference: '1' }),
  'POST /sites/:site/close': lifeCycle(),
  'GET /sites/:site/rights': siteDoor,
  'GET /sites/:site/settings': siteDoor,
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
  'GET /sites/:site/theme': siteDoor,
  'PUT /sites/:site/theme': { door: 'site', body: () => ({ name: 'base', settings: {} }) },
  'POST /sites/:site/theme/preview': { door: 'site', body: () => ({ name: 'base', settings: {} }) },

  'GET /sites/:site/members': siteDoor,
  'GET /sites/:site/members/candidates': siteDoor,
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
};
