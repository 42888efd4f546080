import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { SystemClock, systemCtx } from '@zhanqun/kernel';
import { InProcessBus, PurgeLog } from '@zhanqun/platform';
import { testDb, until, type TestDb } from '@zhanqun/test-support';
import { PageStore } from '../cache/page-store';
import { smallNetwork, SmallStore, type Network } from '../testing/small-network';
import { gone } from '../cache/purge-history';
import { PurgeReader } from './purge-reader';

const P = 'portal.localhost';
const clock = new SystemClock();
let test: TestDb;
let dataDir: string;
let store: SmallStore;
let running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  Logger.overrideLogger(false);
  test = await testDb();
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zhanqun-purge-'));
  store = new SmallStore();
  store.channels = {
    'portal/tzgg': { id: 12, name: '旧名', titles: [] },
    'portal/zwgk': { id: 13, name: '公开', titles: [] },
  };
});
afterEach(async () => {
  for (const one of running) await one.stop();
  running = [];
  await rm(dataDir, { recursive: true, force: true });
});

interface Process extends Network {
  readonly log: PurgeLog;
  stop(): Promise<void>;
}

/** A public process: own memory and own cursor, sharing database and directory with the others. */
async function publicProcess(): Promise<Process> {
  const network = smallNetwork({ store, clock: clock as never });
  const log = new PurgeLog(test.db, new InProcessBus(), clock);
  const reader = new PurgeReader(
    log,
    network.publicSite,
    clock,
    86_400,
    () => new PageStore(dataDir, network.cache.history, (digest) => network.themes.knows(digest)),
  );
  await reader.openFiles();
  let isRunning = true;
  const process = Object.assign(network, {
    log,
    stop: async () => {
      if (!isRunning) return;
      isRunning = false;
      await reader.stop();
      await log.stop();
    },
  });
  running.push(process);
  return process;
}

/** What publishing does: change the data, purge in the same transaction. */
async function rename(by: PurgeLog, name: string, tags = ['channel:12']): Promise<void> {
  const ctx = systemCtx(clock.now());
  await test.db.transaction(ctx, async (ctx) => {
    (store.channels['portal/tzgg'] as { name: string }).name = name;
    await by.add(ctx, tags);
  });
}
const page = (): string => join(dataDir, 'pages', P, 'tzgg', 'index.html');

describe('清除日志与页面', () => {
  it('shows the new page to the first visitor after the transaction in the same process', async () => {
    const one = await publicProcess();
    await one.get(P, '/tzgg/');

    await rename(one.log, '新名');

    expect(await one.text(P, '/tzgg/')).toContain('新名');
  });

  it('shows it in the other process within a second, and leaves other pages alone', async () => {
    const [one, two] = [await publicProcess(), await publicProcess()];
    for (const each of [one, two]) for (const path of ['/tzgg/', '/zwgk/']) await each.get(P, path);
    const began = Date.now();

    await rename(one.log, '新名');
    await until(async () => (await two.text(P, '/tzgg/')).includes('新名'), { within: 1500 });

    expect(Date.now() - began).toBeLessThan(1500);
    expect(two.cache.get(1, '/zwgk/', Date.now())).toBeDefined();
  });

  it('does not show after a restart what was purged while the process was away', async () => {
    const one = await publicProcess();
    await one.get(P, '/tzgg/');
    await one.get(P, '/zwgk/');
    await one.stop();
    expect(existsSync(page())).toBe(true);
    await rename(new PurgeLog(test.db, new InProcessBus(), clock), '新名');
    store.loads = [];

    const again = await publicProcess();

    expect(await again.text(P, '/tzgg/')).toContain('新名');
    expect(await again.text(P, '/zwgk/')).toContain('公开');
    expect(store.loads).not.toContain('1:zwgk');
  });

  it('starts from nothing when nobody knows how far the files are', async () => {
    const one = await publicProcess();
    await one.get(P, '/tzgg/');
    await one.stop();
    await rm(join(dataDir, 'page-cursors'), { recursive: true });

    await publicProcess();

    expect(existsSync(page())).toBe(false);
  });

  it('removes the file of a purged page before the transaction call returns', async () => {
    const one = await publicProcess();
    await one.get(P, '/tzgg/');
    await one.publicSite.settled();
    expect(existsSync(page())).toBe(true);

    await rename(one.log, '新名');

    expect(existsSync(page())).toBe(false);
  });

  it('never brings a withdrawn page back, in no process and not after a restart', async () => {
    const [one, two] = [await publicProcess(), await publicProcess()];
    await one.get(P, '/tzgg/');
    await two.get(P, '/tzgg/');
    await rename(one.log, '撤下', gone(['channel:12']));
    await until(() => two.cache.peek(1, '/tzgg/') === undefined, { within: 2000 });
    store.isDown = true;

    expect((await one.get(P, '/tzgg/')).status).toBe(503);
    expect((await two.get(P, '/tzgg/')).status).toBe(503);
    await one.stop();
    expect((await (await publicProcess()).get(P, '/tzgg/')).status).toBe(503);
  });

  it('keeps readers right while it publishes a hundred times under load', async () => {
    const one = await publicProcess();
    store.delayMs = 1;
    for (let round = 0; round < 100; round += 1) {
      const readers = Array.from({ length: 20 }, () => one.text(P, '/tzgg/'));
      await rename(one.log, `第${round}版`);
      expect(await one.text(P, '/tzgg/')).toContain(`第${round}版`);
      await Promise.all(readers);
    }
  }, 60_000);
});
