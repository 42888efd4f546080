import type { Intruder } from '../neighbours';
import type { Trial } from './trial';

const step = { step: 'initialReview' };
const move = (id: NonNullable<Trial['id']>, body?: Readonly<Record<string, unknown>>): Trial => ({
  door: 'site',
  id,
  ...(body ? { body: () => body } : {}),
});
const own = async ({ given, site, person }: Intruder) => (await given.article(site, { by: person })).id;
const days = { startsOn: '2026-01-05', endsOn: '2026-01-06' };
const who = { role: 'initialReviewer', organisationId: null, accountIds: [] };
const template = {
  kind: '*',
  importance: 'routine',
  name: '本站模板',
  steps: [{ key: 'initialReview', name: '初审', isParallel: false, who }],
  isTrusted: false,
  isLocked: false,
};

/** The routes of the review, its templates, stand-ins, remarks and urgent publications. */
export const REVIEW_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /sites/:site/reviews': { door: 'site' },
  'POST /sites/:site/reviews/batch-pass': {
    door: 'site',
    body: async (me) => ({ items: [{ id: await own(me), version: 1 }] }),
    fields: {
      'items.id': { names: 'article', sent: (_me, id) => ({ items: [{ id, version: 1 }] }), isTaken: true },
    },
  },
  'GET /sites/:site/articles/:id/review': move('article'),
  'GET /sites/:site/articles/:id/reviewers': move('article', step),
  'POST /sites/:site/articles/:id/pass': move('article', step),
  'POST /sites/:site/articles/:id/pass-with-edits': move('article', {
    ...step,
    version: 1,
    edits: { title: '他站的标题' },
  }),
  'POST /sites/:site/articles/:id/return': move('article', { to: 'initialReview', reason: '核对' }),
  'POST /sites/:site/articles/:id/claim': move('article', step),
  'POST /sites/:site/articles/:id/reassign': move('article', { ...step, accountId: 1 }),
  'POST /sites/:site/articles/:id/publish-urgently': move('article', { reason: '核对' }),
  'GET /sites/:site/articles/:id/approval-form': move('article'),
  'GET /sites/:site/articles/:id/approval-form/data': move('article'),
  'GET /sites/:site/articles/:id/secrecy-records': move('article'),
  'GET /sites/:site/articles/:id/remarks': move('article'),
  'POST /sites/:site/articles/:id/remarks': move('article', {
    field: 'body',
    quote: '',
    nth: 0,
    words: '本站的批注',
  }),
  'POST /sites/:site/remarks/:id/resolve': move('remark'),
  'POST /sites/:site/remarks/:id/reopen': move('remark'),
  'GET /sites/:site/delegations': { door: 'site' },
  'GET /sites/:site/delegations/stand-ins': { door: 'site' },
  'POST /sites/:site/delegations': { door: 'site', body: () => ({ toId: 1, ...days }) },
  'POST /sites/:site/delegations/:id/end': move('delegation'),
  'GET /sites/:site/emergencies': { door: 'site' },
  'GET /sites/:site/emergencies/:id': move('emergency'),
  'POST /sites/:site/emergencies/:id/pass': move('emergency', {}),
  'POST /sites/:site/emergencies/:id/fail': move('emergency', { reason: '核对' }),
  'GET /sites/:site/review-templates': { door: 'site' },
  'PUT /sites/:site/review-templates': { door: 'site', body: () => template },
  'DELETE /sites/:site/review-templates/:id': move('reviewTemplate'),
  'GET /review-templates': { door: 'platform' },
  'PUT /review-templates': { door: 'platform', body: () => template },
  'DELETE /review-templates/:id': { door: 'platform', parts: { id: '1' } },
};
