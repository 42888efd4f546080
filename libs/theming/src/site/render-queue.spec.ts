import { RenderQueue, type QueueClock } from './render-queue';

/** Work that is finished by hand, and the order in which it began. */
class Bench {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, () => void>();
  private readonly timers: { at: number; then: () => void }[] = [];
  private time = 0;
  readonly clock: QueueClock = {
    now: () => this.time,
    after: (milliseconds, then) => void this.timers.push({ at: this.time + milliseconds, then }),
  };
  readonly queue = new RenderQueue(this.clock);

  ask(siteId: number, name: string): void {
    void this.queue.run(siteId, () => {
      this.begun.push(name);
      return new Promise<void>((end) => this.ends.set(name, end));
    });
  }
  async end(name: string, after = 0): Promise<void> {
    this.time += after;
    this.ends.get(name)?.();
    await this.settle();
  }
  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    for (const timer of this.timers.splice(0)) {
      if (timer.at <= this.time) timer.then();
      else this.timers.push(timer);
    }
    await this.settle();
  }
  settle(): Promise<void> {
    return new Promise((done) => setImmediate(done));
  }
}

const names = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => letter + at);

describe('公平排队', () => {
  it('begins at once what nobody else is in the way of', async () => {
    const bench = new Bench();
    for (const name of names('a', 3)) bench.ask(1, name);
    await bench.settle();

    expect(bench.begun).toEqual(['a0', 'a1', 'a2']);
  });

  it('makes three pages of a site at once, and those of another beside them', async () => {
    const bench = new Bench();
    for (const name of names('a', 10)) bench.ask(1, name);
    bench.ask(2, 'b0');
    await bench.settle();
    expect(bench.begun).toEqual(['a0', 'a1', 'a2', 'b0']);

    await bench.end('a1');
    expect(bench.begun).toEqual(['a0', 'a1', 'a2', 'b0', 'a3']);
  });

  it('goes round the sites when all places are taken', async () => {
    const bench = new Bench();
    for (const site of [1, 2, 3, 4, 5]) for (const name of names(`${site}-`, 4)) bench.ask(site, name);
    await bench.settle();
    expect(bench.begun).toHaveLength(12);
    expect(bench.begun).not.toContain('5-0');

    await bench.end('1-0');
    await bench.end('1-1');
    expect(bench.begun.slice(12).sort()).toEqual(['1-3', '5-0'].sort());
  });

  it('lets a flooded site rest between two pages, and nobody else', async () => {
    const bench = new Bench();
    for (const name of names('a', 60)) bench.ask(1, name);
    await bench.settle();
    for (const name of ['a0', 'a1', 'a2']) await bench.end(name, 4);
    const before = bench.begun.length;
    bench.ask(2, 'b0');
    await bench.settle();
    expect(bench.begun.slice(before)).toEqual(['b0']);

    await bench.pass(100);
    expect(bench.begun.slice(before)).toEqual(['b0', 'a3']);
    await bench.end('a3', 4);
    await bench.pass(11);
    expect(bench.begun.slice(before)).toEqual(['b0', 'a3']);
    await bench.pass(1);
    expect(bench.begun.slice(before)).toEqual(['b0', 'a3', 'a4']);
  });

  it('goes back to full speed when the crowd has gone', async () => {
    const bench = new Bench();
    for (const name of names('a', 22)) bench.ask(1, name);
    await bench.settle();
    for (let at = 0; at < 22; at += 1) {
      await bench.end(`a${at}`, 1);
      await bench.pass(1000);
    }

    expect(bench.begun).toHaveLength(22);
    expect(bench.queue.waiting).toBe(0);
  });

  it('refuses what is more than a site can ever serve, and still serves the others', async () => {
    const bench = new Bench();
    for (const name of names('a', 2003)) bench.ask(1, name);

    await expect(bench.queue.run(1, () => Promise.resolve())).rejects.toMatchObject({
      code: 'theming.page.tooBusy',
      kind: 'unavailable',
    });
    await expect(bench.queue.run(2, () => Promise.resolve('b'))).resolves.toBe('b');
  });

  it('passes on what went wrong and goes on', async () => {
    const bench = new Bench();
    await expect(bench.queue.run(1, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(bench.queue.run(1, () => Promise.resolve(1))).resolves.toBe(1);
  });
});
