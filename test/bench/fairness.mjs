// What a flood on one site costs the visitors of another: the same reader with and without the flood.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { ask, median, percentile, temporaryDirectory } from './server.mjs';

const ROUNDS = 3;
const REQUESTS = 100;
const FLOOD_CONNECTIONS = 40;

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** One connection, one request after the other: how long each took. */
async function read({ host, paths }, port, agent) {
  const made = [];
  const kept = [];
  for (let at = 0; at < REQUESTS; at += 1) {
    for (const [path, times] of [
      [paths[at % paths.length], made],
      ['/', kept],
    ]) {
      const begun = performance.now();
      const { status } = await ask(port, host, path, { agent });
      if (status !== 200) throw new Error(`${host}${path} ${status}`);
      times.push(performance.now() - begun);
    }
  }
  const mean = (times) => times.reduce((sum, time) => sum + time, 0) / times.length;
  const figures = (times) => ({ p50Ms: median(times), p95Ms: percentile(times, 0.95), meanMs: mean(times) });
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
  await read(other, port, agent);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const alone = await read(other, port, agent);
    const end = await flood();
    const beside = await read(other, port, agent);
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
    made: { p50: of('made', 'p50Ms'), p95: of('made', 'p95Ms'), mean: of('made', 'meanMs') },
    kept: { p50: of('kept', 'p50Ms'), p95: of('kept', 'p95Ms'), mean: of('kept', 'meanMs') },
  };
}
