import type { SiteCtx } from '@zhanqun/kernel';
import { Column, Entity } from 'typeorm';
import type { Db } from '../db';
import { SiteEntity } from '../entity';

/** A row for specs about what surrounds rows: transactions, databases that go away. */
@Entity('spec_leaf')
export class Leaf extends SiteEntity {
  @Column({ type: 'varchar', length: 40 })
  label: string;

  @Column({ type: 'int', default: 0 })
  count: number;
}

export async function add(db: Db, ctx: SiteCtx, label: string): Promise<Leaf> {
  const leaves = db.site(ctx, Leaf);
  return leaves.save(leaves.build({ label }));
}

/** The labels at a site, oldest first. */
export const labels = async (db: Db, ctx: SiteCtx): Promise<string[]> =>
  (await db.site(ctx, Leaf).find({ order: { id: 'ASC' } })).map(({ label }) => label);
