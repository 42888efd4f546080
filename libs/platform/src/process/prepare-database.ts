import type { AppConfig } from '../config';
import { closeDb, migrate, openDb } from '../db';

/**
 * Brings the schema up to date before anything else looks at it. Processes that start together take
 * turns; a database of a newer version is refused (`platform.migration.newer`).
 */
export async function prepareDatabase({ database, dataDir }: AppConfig): Promise<string[]> {
  const db = await openDb({ url: database.url, dataDir });
  try {
    return await migrate(db);
  } finally {
    await closeDb(db);
  }
}
