// Memory and boot of a public process with few and with many sites.
import { ask, median, memoryMegabytes, seedLarge, startApp } from './server.mjs';

const FEW = 10;
const ARTICLES = 20;
const SETTLE_MS = 3_000;

async function measure(sites) {
  const data = seedLarge(sites, ARTICLES);
  const app = await startApp('public', { DATA_DIR: data.path });
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const idle = memoryMegabytes(app.pid);
  const home = (await ask(app.publicPort, 'daxing.localhost', '/')).body.toString();
  const prefixes = [
    ...new Set(
      [...home.matchAll(/href="[^"]*daxing\.localhost(?::\d+)?(\/[a-z0-9-]+\/)"/g)].map(([, path]) => path),
    ),
  ];
  for (const path of ['/', ...prefixes]) await ask(app.publicPort, 'daxing.localhost', path);
  const visited = memoryMegabytes(app.pid);
  await app.stop();
  data.remove();
  return { idle, visited, bootMs: app.bootMs, homes: prefixes.length + 1 };
}

export async function measureNetwork(sites) {
  const few = await measure(FEW);
  const many = await measure(sites);
  return {
    sites,
    idleMb: many.idle,
    idleMbWithFew: few.idle,
    few: FEW,
    addedIdleMb: many.idle - few.idle,
    visitedMb: many.visited,
    homesVisited: many.homes,
    bootMs: many.bootMs,
  };
}

/** Boot to ready on an existing database, the whole product in one process. */
export async function measureBoot(demo) {
  const times = [];
  const cpu = [];
  for (let time = 0; time < 5; time += 1) {
    const app = await startApp('all-in-one', { DATA_DIR: demo });
    times.push(app.bootMs);
    cpu.push(app.bootCpuMs);
    await app.stop();
  }
  return { times: times.length, p50Ms: median(times), cpuP50Ms: median(cpu), worstMs: Math.max(...times) };
}
