import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

/** A MariaDB server on which the tests make databases of their own. */
export interface Server {
  rows<T>(sql: string): Promise<T[]>;
  /** The address of one of its databases. */
  address(database: string): string;
  end(): Promise<void>;
}

const CREATE = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
/** Stands last in a database that others are copied from: without it the copy would be of half of one. */
const DONE = 'made_whole';

export async function connectServer(server: string): Promise<Server> {
  const { hostname, port, username, password } = new URL(server);
  const connection = await createConnection({
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    multipleStatements: true,
  });
  return {
    rows: async <T>(sql: string) => (await connection.query(sql))[0] as T[],
    address: (database) => Object.assign(new URL(server), { pathname: `/${database}` }).href,
    end: () => connection.end(),
  };
}

/** A connection for one piece of work. */
export async function onServer<T>(address: string, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await connectServer(address);
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

export const ownName = (kind: string): string => `zhanqun_${kind}_${randomBytes(6).toString('hex')}`;

export async function createDatabase({ rows }: Server, name: string): Promise<void> {
  await rows(`CREATE DATABASE ${name} ${CREATE}`);
}

export async function dropDatabase({ rows }: Server, name: string): Promise<void> {
  await rows(`DROP DATABASE IF EXISTS ${name}`);
}

const tablesOf = async ({ rows }: Server, database: string): Promise<string[]> =>
  (
    await rows<{ name: string }>(
      `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${database}'`,
    )
  ).map(({ name }) => name);

/** Fills a new database to copy from; what an earlier attempt left is dropped. */
export async function makeTemplate(
  server: Server,
  template: string,
  fill: (address: string) => Promise<void>,
): Promise<void> {
  await dropDatabase(server, template);
  await createDatabase(server, template);
  await fill(server.address(template));
  await server.rows(`CREATE TABLE ${template}.${DONE} (id INT)`);
}

export const isTemplate = async (server: Server, template: string): Promise<boolean> =>
  (await tablesOf(server, template)).includes(DONE);

/** A new database with every table and row of the template. */
export async function copyTemplate(server: Server, template: string, name: string): Promise<void> {
  const tables = (await tablesOf(server, template)).filter((table) => table !== DONE);
  await createDatabase(server, name);
  const copy = (table: string): string =>
    `CREATE TABLE ${name}.\`${table}\` LIKE ${template}.\`${table}\`;` +
    `INSERT INTO ${name}.\`${table}\` SELECT * FROM ${template}.\`${table}\``;
  await server.rows(tables.map(copy).join(';'));
}
