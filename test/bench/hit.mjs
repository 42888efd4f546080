// CPU of a page-cache hit, against a bare node:http server with a host map that sends the same bytes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { ask, cpuSeconds, median, startApp, temporaryDirectory } from './server.mjs';

const HOST = 'shifan.localhost';
const MADE_BY_NODE = new Set(['connection', 'keep-alive', 'date']);
const ROUNDS = 5;
const REQUESTS = 30_000;

export async function measureHits(demo) {
  const data = temporaryDirectory(demo);
  const ours = await startApp('public', { DATA_DIR: data.path });
  const headers = { 'accept-encoding': 'gzip, deflate, br' };
  let page;
  do page = await ask(ours.publicPort, HOST, '/', { headers });
  while (page.headers['x-cache'] !== 'hit' || page.headers['content-encoding'] !== 'br');

  const file = join(data.path, 'page.br');
  writeFileSync(file, page.body);
  // Spelt as they came, so that both servers send the same bytes.
  const sent = {};
  for (let at = 0; at < page.rawHeaders.length; at += 2)
    if (!MADE_BY_NODE.has(page.rawHeaders[at].toLowerCase()))
      sent[page.rawHeaders[at]] = page.rawHeaders[at + 1];
  const bareScript = fileURLToPath(new URL('./bare-server.mjs', import.meta.url));
  const bare = spawn(process.execPath, [bareScript, JSON.stringify({ host: HOST, headers: sent, file })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(bare.stdout, 'data');
  const barePort = Number(printed);

  const load = async (port, pid) => {
    const before = cpuSeconds(pid);
    const { requests, latency, non2xx, errors } = await autocannon({
      url: `http://127.0.0.1:${port}/`,
      connections: 20,
      amount: REQUESTS,
      headers: { host: HOST, ...headers },
    });
    if (non2xx + errors > 0) throw new Error(`${non2xx} wrong answers, ${errors} errors`);
    return {
      cpuMicros: ((cpuSeconds(pid) - before) / REQUESTS) * 1e6,
      perSecond: requests.average,
      p50Ms: latency.p50,
      p99Ms: latency.p99,
    };
  };
  // Both warm before either is measured; then in turn, so that a noisy moment meets both.
  await load(ours.publicPort, ours.pid);
  await load(barePort, bare.pid);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ ours: await load(ours.publicPort, ours.pid), bare: await load(barePort, bare.pid) });

  bare.kill();
  await ours.stop();
  data.remove();
  const of = (side, figure) => median(rounds.map((round) => round[side][figure]));
  return {
    bytes: page.body.length,
    requests: REQUESTS * ROUNDS,
    cpuMicros: of('ours', 'cpuMicros'),
    bareCpuMicros: of('bare', 'cpuMicros'),
    ratio: median(rounds.map(({ ours: our, bare: base }) => our.cpuMicros / base.cpuMicros)),
    perSecond: of('ours', 'perSecond'),
    barePerSecond: of('bare', 'perSecond'),
    p99Ms: of('ours', 'p99Ms'),
  };
}
