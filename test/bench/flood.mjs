// A crowd on one site until stdin ends: argv port, host, connections, paths. Prints a line when all are
// at it, and how many answers a second they had when it is over.
import { Agent } from 'node:http';
import { ask } from './server.mjs';

const [port, host, connections, ...paths] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
let isOver = false;
let answers = 0;
let next = 0;
process.stdin.resume().on('end', () => (isOver = true));

async function visitor() {
  while (!isOver) {
    await ask(Number(port), host, paths[next++ % paths.length], { agent });
    answers += 1;
    if (answers === Number(connections)) process.stdout.write('begun\n');
  }
}

const begun = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, visitor));
process.stdout.write(`${(answers / (performance.now() - begun)) * 1000}\n`);
process.exit(0);
