import {
  EmergencyPublication,
  ReviewDelegation,
  ReviewRemark,
  ReviewTemplate,
  type Article,
} from '@zhanqun/content';
import { atSite, type SiteRef } from '@zhanqun/kernel';
import type { Given } from '../support/given';

/** What a review leaves behind at a site, one row of each kind. */
export async function reviewRows(given: Given, site: SiteRef, article: Article, mark: string) {
  const { id: articleId, liveRevisionId } = article;
  const ctx = atSite(given.system, site);
  const { db } = given;
  const at = ctx.now;
  const save = async <T extends object>(
    row: T,
    store: (row: T) => Promise<{ id: number }>,
  ): Promise<number[]> => [(await store(row)).id];
  const remarks = db.site(ctx, ReviewRemark);
  const text = { articleId, revisionId: 1, version: 1, field: 'body' as const, quote: '', nth: 0, start: 0 };
  const by = { byId: 1, byName: mark, at };
  const delegations = db.site(ctx, ReviewDelegation);
  const emergencies = db.site(ctx, EmergencyPublication);
  const templates = db.shared(ctx, ReviewTemplate);
  return {
    remark: await save({ ...text, ...by, words: mark }, (row) => remarks.save(remarks.build(row))),
    delegation: await save(
      { fromId: 1, fromName: mark, toId: 2, toName: mark, startsOn: '2026-01-01', endsOn: '2026-01-02' },
      (row) => delegations.save(delegations.build(row)),
    ),
    emergency: await save(
      {
        ...by,
        articleId,
        revisionId: liveRevisionId ?? 0,
        title: mark,
        reviewState: 'initialReview' as const,
        reason: mark,
        dueAt: at,
      },
      (row) => emergencies.save(emergencies.build(row)),
    ),
    reviewTemplate: await save(
      // What a portal sets holds for the sites below it and is shown there.
      {
        ofSiteId: site.id,
        kind: 'page',
        importance: 'routine' as const,
        name: site.kind === 'portal' ? '门户模板' : mark,
        steps: [],
      },
      (row) => templates.save(templates.build(row)),
    ),
  };
}
