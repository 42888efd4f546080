// Fills many sites by SQL: what the archive wrote for one site of each blueprint is copied to the others. A process of its
// own. argv: sites, articles a site. The database is that of the environment. Prints one line of JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../apps/all-in-one/setup.mjs';

const require = createRequire(import.meta.url);
const dist = (path) => require(join(root, 'dist', path));
const { NestFactory } = require('@nestjs/core');
const { CliModule } = dist('apps/cli/src/cli.module.js');
const { prepareDatabase, readConfig } = dist('libs/platform/src/index.js');
const { siteEntities } = dist('libs/platform/src/db/index.js');
const { createDataSource, dataSourceOptions } = dist('libs/platform/src/db/data-source.js');
const { LargeCounty } = dist('libs/demo/src/seed/large-county.js');
const { systemCtx } = dist('libs/kernel/src/index.js');

/** The portal, a township, another township and a department: every blueprint of `LargeCounty` is among them. */
const WRITTEN = 4;
/** Each site's chain of audit entries is its own and cannot be copied; the other sites say what they did themselves. */
const NOT_COPIED = new Set(['audit_entry']);
/** Columns that name a row of the same site: what they name is copied too, or stands there under the same path. */
const NAMES_ROW = {
  articleId: 'article',
  liveRevisionId: 'article_revision',
  openRevisionId: 'article_revision',
  revisionId: 'article_revision',
};
/** Columns that name accounts, which belong to no site. */
const NAMES_ACCOUNT = new Set([
  'authorId',
  'writtenById',
  'savedById',
  'submittedById',
  'byId',
  'onBehalfOfId',
]);
const SITES_A_TRANSACTION = 10;

const [sites, articles] = process.argv.slice(2).map(Number);
const config = readConfig({ ...process.env, SEED: 'none' });
const say = (text) => process.stderr.write(`${text}\n`);
const seconds = (begun) => Math.round((performance.now() - begun) / 100) / 10;

async function build(order) {
  const app = await NestFactory.createApplicationContext(CliModule.forRoot(config), { logger: false });
  await app.get(LargeCounty, { strict: false }).build(systemCtx(new Date()), order);
  await app.close();
}

/** Everything below `work` goes past the product, straight to its tables. */
async function withTables(work) {
  const source = await createDataSource(
    dataSourceOptions({ url: config.database.url, dataDir: config.dataDir }),
  ).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const tablesOf = (source) =>
  siteEntities()
    .map((entity) => source.getMetadata(entity))
    .filter(({ tableName }) => !NOT_COPIED.has(tableName));

/** The highest id of each table: what comes after it was written by the archive. */
const marksOf = (source) =>
  withEach(tablesOf(source), async ({ tableName }) => {
    const [{ last }] = await source.query(`SELECT COALESCE(MAX(id), 0) AS last FROM ${tableName}`);
    return [tableName, Number(last)];
  });

async function withEach(items, work) {
  const pairs = [];
  for (const item of items) pairs.push(await work(item));
  return new Map(pairs);
}

/** The tables in which the archive wrote something for that site, with the ids from and to. */
async function writtenFor(source, marks, siteId, begun) {
  const found = [];
  for (const table of tablesOf(source)) {
    const { tableName } = table;
    const mark = marks.get(tableName);
    const [{ first, last, changed }] = await source.query(
      `SELECT MIN(CASE WHEN id > ${mark} THEN id END) AS first, MAX(id) AS last,
         SUM(CASE WHEN id <= ${mark} AND updatedAt >= '${begun}' THEN 1 ELSE 0 END) AS changed
       FROM ${tableName} WHERE siteId = ${siteId}`,
    );
    if (Number(changed ?? 0) > 0 && tableName !== 'channel')
      throw new Error(`${tableName}: rows changed in place are not copied`);
    if (first === null) continue;
    await refuseUnknownNames(source, table, siteId, mark);
    found.push({ table, first: Number(first), span: Number(last) - Number(first) + 1 });
  }
  return found;
}

/** A column that names another row must be known here: otherwise the copies would name rows of the first site. */
async function refuseUnknownNames(source, { tableName, columns }, siteId, mark) {
  for (const { databaseName: name } of columns) {
    if (!name.endsWith('Id') || name === 'siteId' || name === 'channelId') continue;
    if (NAMES_ROW[name] || NAMES_ACCOUNT.has(name)) continue;
    const [{ used }] = await source.query(
      `SELECT COUNT(${name}) AS used FROM ${tableName} WHERE siteId = ${siteId} AND id > ${mark}`,
    );
    if (Number(used) > 0)
      throw new Error(`${tableName}.${name} names a row: say in copy-sites.mjs of which table`);
  }
}

async function channelsOf(source, siteId) {
  const rows = await source.query(`SELECT id, path, hasContent FROM channel WHERE siteId = ${siteId}`);
  return new Map(rows.map(({ id, path, hasContent }) => [path, { id: Number(id), hasContent }]));
}

/** One site's rows once more, under new ids, for a site of the same blueprint. */
async function copy(source, run, written, from, to, next) {
  const [old, own] = [await channelsOf(source, from), await channelsOf(source, to)];
  const cases = [...old].map(([path, { id }]) => {
    if (!own.has(path)) throw new Error(`site ${to} has no channel ${path}`);
    return `WHEN ${id} THEN ${own.get(path).id}`;
  });
  const filled = [...old].filter(([, { hasContent }]) => Boolean(Number(hasContent)));
  const ids = filled.map(([path]) => own.get(path).id).join(',');
  if (ids) await run(`UPDATE channel SET hasContent = 1 WHERE id IN (${ids})`);
  const shift = new Map(
    written.map(({ table, first }) => [table.tableName, next.get(table.tableName) + 1 - first]),
  );
  for (const { table, first, span } of written) {
    const { tableName } = table;
    const names = table.columns.map(({ databaseName }) => databaseName);
    const values = names.map((name) => {
      if (name === 'id') return `id + ${shift.get(tableName)}`;
      if (name === 'siteId') return String(to);
      if (name === 'channelId') return `CASE channelId ${cases.join(' ')} END`;
      return NAMES_ROW[name] ? `${name} + ${shift.get(NAMES_ROW[name])}` : name;
    });
    await run(
      `INSERT INTO ${tableName} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${tableName}
       WHERE siteId = ${from} AND id >= ${first} AND id < ${first + span}`,
    );
    next.set(tableName, next.get(tableName) + span);
  }
}

await prepareDatabase(config);
let begun = performance.now();
// A site goes online with an article at least.
await build({ sites, articles: 1 });
const openSeconds = seconds(begun);
say(`开设 ${sites} 个站点：${openSeconds} 秒`);
const marks = await withTables(marksOf);

begun = performance.now();
const since = new Date().toISOString().replace('T', ' ').replace('Z', '');
await build({ sites: Math.min(sites, WRITTEN), articles: articles - 1 });
const archiveSeconds = seconds(begun);
const written = Math.min(sites, WRITTEN) * articles;
say(`经文库写入 ${written} 篇：${archiveSeconds} 秒`);

begun = performance.now();
await withTables(async (source) => {
  const isSqlite = source.options.type === 'better-sqlite3';
  const found = await source.query(
    "SELECT id, siteKey, kind FROM (SELECT id, `key` AS siteKey, kind FROM site) it WHERE siteKey LIKE 'daxing%' ORDER BY id",
  );
  const [, town, , department] = found;
  const runner = source.createQueryRunner();
  const run = (statement) => runner.query(statement);
  if (isSqlite)
    for (const words of ['synchronous = OFF', 'cache_size = -400000']) await run(`PRAGMA ${words}`);
  else await run('SET SESSION unique_checks = 0');
  const next = new Map((await marksOf(source)).entries());
  const models = new Map();
  for (const { id } of [town, department].filter(Boolean))
    models.set(Number(id), await writtenFor(source, marks, Number(id), since));
  const others = found.slice(WRITTEN);
  for (let at = 0; at < others.length; at += SITES_A_TRANSACTION) {
    await runner.startTransaction();
    for (const { id, kind } of others.slice(at, at + SITES_A_TRANSACTION)) {
      const model = Number((kind === department.kind ? department : town).id);
      await copy(source, run, models.get(model), model, Number(id), next);
    }
    await runner.commitTransaction();
    if (at % 100 === 0) say(`复制到 ${at} / ${others.length} 个站点，${seconds(begun)} 秒`);
  }
  // What InnoDB does by itself after a while. The product never runs it on SQLite.
  if (!isSqlite)
    await run(
      `ANALYZE TABLE ${tablesOf(source)
        .map(({ tableName }) => tableName)
        .join(', ')}`,
    );
  await runner.release();
});
const copySeconds = seconds(begun);
process.stdout.write(
  `${JSON.stringify({ sites, articles: sites * articles, openSeconds, archiveSeconds, written, copySeconds })}\n`,
);
process.exit(0);
