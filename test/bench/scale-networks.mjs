// Large networks for `npm run bench:scale`: made, kept for another day, and thrown away.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { root } from '../../apps/all-in-one/setup.mjs';
import { temporaryDirectory } from './server.mjs';

const server = process.env.DATABASE_URL;
const COPY = fileURLToPath(new URL('./copy-sites.mjs', import.meta.url));
const CLI = join(root, 'dist/apps/cli/src/main.js');

export const databaseKind = server ? 'MariaDB' : 'SQLite';

/** A script of the product or of this folder; what it says of its progress is passed on. */
function command(args, env) {
  const done = spawnSync(process.execPath, args.map(String), {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', SEED: 'none', ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new Error(done.stdout);
  return done.stdout;
}

const lastLine = (printed) => JSON.parse(printed.trim().split('\n').at(-1));

async function onServer(...statements) {
  const url = new URL(server.replace(/^mariadb:/, 'mysql:'));
  url.pathname = '/';
  const connection = await createConnection(url.href);
  for (const statement of statements) await connection.query(statement);
  await connection.end();
}

/** Where a network of that size lives: a folder and, with DATABASE_URL, a database of its own on that server. */
function placeOf(sites, keep) {
  const own = keep ? null : temporaryDirectory();
  const path = own?.path ?? resolve(keep, `${databaseKind.toLowerCase()}-${sites}`);
  const name = `zhanqun_scale_${sites}`;
  const url = server ? Object.assign(new URL(server), { pathname: `/${name}` }).href : null;
  return {
    path,
    env: { DATA_DIR: path, ...(url ? { DATABASE_URL: url } : {}) },
    facts: join(path, 'network.json'),
    empty: async () => {
      rmSync(path, { recursive: true, force: true });
      mkdirSync(path, { recursive: true });
      const make = `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`;
      if (server) await onServer(`DROP DATABASE IF EXISTS ${name}`, make);
    },
    drop: async () => {
      if (keep) return;
      if (server) await onServer(`DROP DATABASE IF EXISTS ${name}`);
      own.remove();
    },
  };
}

/**
 * A network of that size, found in the folder `keep` or made: through the archive for one site of each blueprint, by SQL
 * for the others. `hasIndex` adds the search index, which takes as long as everything else.
 */
export async function networkOf(sites, articles, { keep, hasIndex, mayFill }) {
  const place = placeOf(sites, keep);
  const known = existsSync(place.facts) ? JSON.parse(readFileSync(place.facts, 'utf8')) : null;
  const isThere = known?.articles === sites * articles;
  if (!isThere && !mayFill) throw new Error(`${place.path} 中没有 ${sites}×${articles} 的站群`);
  const facts = isThere ? known : {};
  const note = () => writeFileSync(place.facts, JSON.stringify(facts));
  if (!isThere) {
    await place.empty();
    Object.assign(facts, lastLine(command([COPY, sites, articles], place.env)));
    note();
  }
  if (hasIndex && facts.reindexSeconds === undefined) {
    const begun = performance.now();
    command([CLI, 'search', 'reindex'], place.env);
    facts.reindexSeconds = (performance.now() - begun) / 1000;
    note();
  }
  return { sites, facts, env: place.env, drop: place.drop };
}
