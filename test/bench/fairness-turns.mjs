// A process of its own: the flood and the reader ask the engine itself, without sockets, and the reader's wait is counted
// in processor time of the process and in pages of the flooded site made meanwhile. No other work on the machine can
// stretch either. argv: data directory. Prints one line of JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../apps/all-in-one/setup.mjs';

const require = createRequire(import.meta.url);
const dist = (path) => require(join(root, 'dist', path));
const { NestFactory } = require('@nestjs/core');
const { CliModule } = dist('apps/cli/src/cli.module.js');
const { PurgeLog, readConfig, SiteDirectory } = dist('libs/platform/src/index.js');
const { PublicSite } = dist('libs/theming/src/index.js');

const CROWD = 40;
const READINGS = 150;
const ROUNDS = 3;

const app = await NestFactory.createApplicationContext(
  CliModule.forRoot(readConfig({ DATA_DIR: process.argv[2], SEED: 'none' })),
  { logger: false },
);
await app.get(PurgeLog).catchUp();
await app.get(PurgeLog).stop();
const pages = app.get(PublicSite);
const directory = app.get(SiteDirectory, { strict: false });

/** What a visitor asks for, and a purge of it so that it has to be made every time. */
async function articlesOf(key) {
  const { host, id } = directory.byKey(key);
  const ask = async (url) => String((await pages.handle({ method: 'GET', url, host, headers: {} })).body);
  const found = new Set();
  for (const [, url] of (await ask('/')).matchAll(/href="(\/[a-z/-]+\/)"/g))
    for (const [path] of (await ask(url)).matchAll(/\/art\/\d{6}\/\d+\.html/g)) found.add(path);
  return { host, id, paths: [...found] };
}

async function make({ host }, path) {
  await pages.purge([`article:${/(\d+)\.html$/.exec(path)[1]}`]);
  const { status } = await pages.handle({ method: 'GET', url: path, host, headers: {} });
  if (status !== 200) throw new Error(`${host}${path} ${status}`);
}

const flooded = await articlesOf('shifan');
const other = await articlesOf('qingshui');
let floodMade = 0;
let isOver = true;
async function visitor(at) {
  for (let turn = at; !isOver; turn += CROWD) {
    await make(flooded, flooded.paths[turn % flooded.paths.length]);
    floodMade += 1;
  }
}

async function read() {
  let [cpu, between, clock] = [0, 0, 0];
  for (let at = 0; at < READINGS; at += 1) {
    // Comes at any moment, not just when another page is done.
    await pause((at * 7) % 11);
    const [used, made, begun] = [process.cpuUsage(), floodMade, performance.now()];
    await make(other, other.paths[at % other.paths.length]);
    const { user, system } = process.cpuUsage(used);
    cpu += user + system;
    clock += performance.now() - begun;
    between += floodMade - made;
  }
  return { cpuMs: cpu / READINGS / 1000, clockMs: clock / READINGS, floodedBetween: between / READINGS };
}

await read();
const rounds = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const alone = await read();
  isOver = false;
  floodMade = 0;
  const begun = performance.now();
  const crowd = Promise.all(Array.from({ length: CROWD }, (_, at) => visitor(at)));
  const beside = await read();
  const floodPerSecond = (floodMade / (performance.now() - begun)) * 1000;
  isOver = true;
  await crowd;
  await pages.settled();
  rounds.push({ alone, beside, ratio: beside.cpuMs / alone.cpuMs, floodPerSecond });
}
const [middle] = rounds.toSorted((a, b) => a.ratio - b.ratio).slice(Math.floor(ROUNDS / 2));
process.stdout.write(
  `${JSON.stringify({ crowd: CROWD, ...middle, ratios: rounds.map(({ ratio }) => ratio) })}\n`,
);
process.exit(0);
