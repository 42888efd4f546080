import type { Ctx } from '@zhanqun/kernel';
import type { Db } from '../db';

/** Asks the database nothing but to answer; reads no site's rows. */
export async function pingDatabase(ctx: Ctx, db: Db): Promise<void> {
  await db.sql(ctx, 'SELECT 1', []);
}
