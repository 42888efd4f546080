import { reason, articleMove, officers, siteDoor, type Trial } from './trial';

/** 内容检查. */
export const CHECK_ROUTES: Readonly<Record<string, Trial>> = {
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
  'GET /sites/:site/check-findings': siteDoor,
  'POST /sites/:site/check-findings/settle': {
    door: 'site',
    body: () => ({ ids: [2_000_000_011], state: 'handled' }),
    fields: { ids: { names: 'checkFinding', sent: (_me, id) => ({ ids: [id], state: 'handled' }) } },
  },
  'GET /sites/:site/check-runs': siteDoor,
  'POST /sites/:site/check-runs': siteDoor,
  'GET /sites/:site/check-terms': siteDoor,
  'POST /sites/:site/check-terms': { door: 'site', body: () => ({ wrong: '本站词条', kind: 'wording' }) },
  'PUT /sites/:site/check-terms/stance': { door: 'site', body: () => ({ wrong: '布署', isOff: true }) },
  'PATCH /sites/:site/check-terms/:id': { door: 'site', id: 'term', body: () => ({ right: '改词' }) },
  'DELETE /sites/:site/check-terms/:id': { door: 'site', id: 'term' },
  'POST /sites/:site/check-terms/import': siteDoor,
  'GET /sites/:site/check-terms/export': siteDoor,
  'GET /sites/:site/check-rules': siteDoor,
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
};
