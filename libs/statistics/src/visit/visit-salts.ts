import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Ctx } from '@zhanqun/kernel';
import { Db, isUniqueViolation, LessThan } from '@zhanqun/platform';
import { VisitSalt } from './visit-salt.entity';

const RETRY_MS = 10_000;

/**
 * 当日随机盐: the secret of a Shanghai day. All public processes use the one that the first of them wrote
 * into the database; whoever begins a new day erases those of before, so that nothing that was counted can
 * be traced to an address any more (docs/decisions/0028).
 */
@Injectable()
export class VisitSalts {
  private readonly logger = new Logger('Visits');
  /** Stands in while the database is away; limits work with it, visitors are not estimated. */
  private readonly own = randomBytes(32);
  private known: { readonly day: string; readonly salt: Promise<Buffer> } | null = null;
  private retryAt = 0;

  constructor(private readonly db: Db) {}

  /** The salt of the day; null while the database cannot be asked. */
  async of(ctx: Ctx, day: string): Promise<Buffer | null> {
    if (this.known?.day !== day) {
      if (ctx.now.getTime() < this.retryAt) return null;
      this.known = { day, salt: this.read(ctx, day) };
    }
    const asked = this.known;
    try {
      return await asked.salt;
    } catch (error) {
      if (this.known === asked) {
        this.known = null;
        this.retryAt = ctx.now.getTime() + RETRY_MS;
        this.logger.warn(`当日随机盐暂时读不到，暂不估计访客：${String(error)}`);
      }
      return null;
    }
  }

  get standIn(): Buffer {
    return this.own;
  }

  /** Erases the salts of days that are over. */
  erase(ctx: Ctx, day: string): Promise<number> {
    return this.db.shared(ctx, VisitSalt).removeWhere({ onDay: LessThan(day) });
  }

  private async read(ctx: Ctx, day: string): Promise<Buffer> {
    const salts = this.db.shared(ctx, VisitSalt);
    let row = await salts.findOne({ onDay: day });
    if (!row) {
      try {
        row = await salts.save(salts.build({ onDay: day, salt: randomBytes(32).toString('hex') }));
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        row = await salts.findOne({ onDay: day });
      }
      await this.erase(ctx, day);
    }
    if (!row) throw new Error(`no salt for ${day}`);
    return Buffer.from(row.salt, 'hex');
  }
}
