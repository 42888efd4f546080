// What a flood on one site costs the visitors of another: the same reader with and without the flood. Beside the clock,
// which other work on the machine stretches, the processor time the server's main thread spends between question and
// answer: its own work for the reader and whatever of the flood came in between.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { ask, mainThreadMicros, median, percentile, temporaryDirectory } from './server.mjs';

const ROUNDS = 5;
const REQUESTS = 100;
const FLOOD_CONNECTIONS = 40;

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** One connection, one request after the other: how long each took. */
async function read({ host, paths }, { port, pid, agent }) {
  const made = [];
  const kept = [];
  for (let at = 0; at < REQUESTS; at += 1) {
    for (const [path, times] of [
      [paths[at % paths.length], made],
      ['/', kept],
    ]) {
      const [begun, used] = [performance.now(), mainThreadMicros(pid)];
      const { status } = await ask(port, host, path, { agent });
      if (status !== 200) throw new Error(`${host}${path} ${status}`);
      times.push({ clock: performance.now() - begun, cpu: (mainThreadMicros(pid) - used) / 1000 });
    }
  }
  const figures = (times) => {
    const clock = times.map((time) => time.clock);
    // Where the thread is at work its time is known to a tick only: single values are rough, their mean is not.
    const cpuMeanMs = times.reduce((sum, { cpu }) => sum + cpu, 0) / times.length;
    return { p50Ms: median(clock), p95Ms: percentile(clock, 0.95), cpuMeanMs };
  };
  return { made: figures(made), kept: figures(kept) };
}

export async function measureFairness(demo) {
  const data = temporaryDirectory(demo);
  const server = spawn(process.execPath, [script('./fairness-server.mjs'), data.path], {
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(server.stdout, 'data');
  const { port, flooded, other } = JSON.parse(printed);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const side = { port, pid: server.pid, agent };
  const flood = async () => {
    const child = spawn(
      process.execPath,
      [script('./flood.mjs'), String(port), flooded.host, String(FLOOD_CONNECTIONS), ...flooded.paths],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    return async () => {
      child.stdin.end();
      const [said] = await once(child.stdout, 'data');
      return Number(said);
    };
  };
  await read(other, side);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const alone = await read(other, side);
    const end = await flood();
    const beside = await read(other, side);
    rounds.push({ alone, beside, floodPerSecond: await end() });
  }
  agent.destroy();
  server.kill('SIGKILL');
  data.remove();
  const of = (kind, figure) => ({
    aloneMs: median(rounds.map(({ alone }) => alone[kind][figure])),
    besideMs: median(rounds.map(({ beside }) => beside[kind][figure])),
    ratio: median(rounds.map(({ alone, beside }) => beside[kind][figure] / alone[kind][figure])),
  });
  return {
    floodConnections: FLOOD_CONNECTIONS,
    floodPerSecond: median(rounds.map(({ floodPerSecond }) => floodPerSecond)),
    made: { p50: of('made', 'p50Ms'), p95: of('made', 'p95Ms'), cpu: of('made', 'cpuMeanMs') },
    kept: { p50: of('kept', 'p50Ms'), p95: of('kept', 'p95Ms'), cpu: of('kept', 'cpuMeanMs') },
  };
}
