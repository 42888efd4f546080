import { Logger } from '@nestjs/common';
import { HealthService, OutboxRow } from '@zhanqun/platform';
import { MINUTE, Newsroom } from '../../test/newsroom';
import { ScheduledPublishingCheck } from './scheduled-check.job';
import { ReviewService } from './review.service';

jest.setTimeout(60_000);

let room: Newsroom;
beforeAll(async () => {
  room = await Newsroom.open();
  Logger.overrideLogger(false);
});
afterAll(async () => {
  await room.close();
  Logger.overrideLogger(['error', 'warn', 'fatal']);
});

it('announces again what the queue lost, says so in the health of the worker, and rests once it is published', async () => {
  const site = await room.site();
  const editor = room.person(site, 'editor');
  const check = room.app.get(ScheduledPublishingCheck);
  const article = await room.draft(editor);
  const at = new Date(room.clock.now().getTime() + 60 * MINUTE);
  await room.app.get(ReviewService).schedule(room.now(editor), article.id, at);
  await room.pass(editor, article.id);
  await room.db.shared(room.system, OutboxRow).removeWhere({ kind: 'content.publishScheduled' });

  room.clock.set(new Date(at.getTime() + 4 * MINUTE));
  await check.run(room.system);
  expect(check.overdue).toBe(0);

  room.clock.advance(2 * MINUTE);
  await check.run(room.system);
  await check.run(room.system);
  expect(check.overdue).toBe(1);
  expect(await room.jobs('content.publishScheduled')).toHaveLength(1);
  expect((await room.app.get(HealthService).readiness()).checks).toMatchObject({
    scheduledPublishing: 'failed',
  });

  await room.runSchedules(site);
  await check.run(room.system);
  expect(check.overdue).toBe(0);
  expect(await room.stored(editor, article.id)).toMatchObject({ state: 'published' });
});
