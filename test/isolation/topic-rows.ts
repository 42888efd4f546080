import { ChannelChange, Topic } from '@zhanqun/content';
import { atSite, type SiteRef } from '@zhanqun/kernel';
import type { Given } from '../support/given';

/** A topic and an application about a column, full of the mark. */
export async function topicRows(given: Given, site: SiteRef, mark: string) {
  const ctx = atSite(given.system, site);
  const topics = given.db.site(ctx, Topic);
  const topic = await topics.save(
    topics.build({
      path: 'secret',
      name: mark,
      state: 'pending',
      intro: mark,
      ownerName: mark,
      startsOn: '2026-03-01',
      endsOn: '2026-12-31',
      sections: [],
      reason: mark,
      createdById: 1,
      createdByName: mark,
    }),
  );
  const changes = given.db.site(ctx, ChannelChange);
  const change = await changes.save(
    changes.build({
      kind: 'open',
      channelName: mark,
      plan: { name: mark, path: 'secret', kind: 'dynamic', updateClass: 'other' },
      reason: mark,
      keeping: mark,
      appliedById: 1,
      appliedByName: mark,
      appliedAt: given.system.now,
    }),
  );
  return { topic: [topic.id], channelChange: [change.id] };
}
