import { SystemClock } from '@zhanqun/kernel';
import type { Purge, PurgeListener, PurgeLog } from '@zhanqun/platform';
import { TenancyMemory } from './tenancy-memory';

const done = (): Promise<void> => Promise.resolve();

describe('内存中的站点与通告', () => {
  it('are read for one purge after the other, so that an early reading never ends last', async () => {
    let tell: PurgeListener = done;
    const purges = { subscribe: (listener: PurgeListener) => ((tell = listener), () => undefined) };
    const order: string[] = [];
    const endings: (() => void)[] = [];
    const directory = {
      refresh: done,
      refreshSites: async (_ctx: object, ids: number[]) => {
        order.push(`begin ${ids.join()}`);
        await new Promise<void>((end) => endings.push(end));
        order.push(`end ${ids.join()}`);
      },
    };
    const plain = { refresh: done, loadBundled: done, forget: () => undefined };
    const memory = new TenancyMemory(
      purges as unknown as PurgeLog,
      directory as never,
      plain as never,
      plain as never,
      plain as never,
      plain as never,
      new SystemClock(),
    );
    await memory.onModuleInit();

    const purge = (id: number): Purge => [`directory:${id}`];
    const followed = Promise.all([tell(purge(7)), tell(purge(8))]);
    for (let ended = 0; ended < 2;) {
      await new Promise((turn) => setImmediate(turn));
      const end = endings.shift();
      if (!end) continue;
      end();
      ended += 1;
    }
    await followed;

    expect(order).toEqual(['begin 7', 'end 7', 'begin 8', 'end 8']);
  });
});
