import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type Page, type PageRequest, type SiteCtx } from '@zhanqun/kernel';
import { allOf, Audit, containing, Db, In, isUniqueViolation, MoreThan, PurgeLog } from '@zhanqun/platform';
import { ChannelReading } from '../channel/channel-reading';
import { oldAddressNotFound, oldAddressTaken, oldAddressUnusable } from './old-address.errors';
import { OldAddress, type OldAddressOrigin } from './old-address.entity';
import { addressKey, readAddress } from './old-address';
import { AddressTargets, type Destination } from './address-targets';

export interface NewAddress {
  readonly address: string;
  readonly to: Destination;
}

/** What became of a list that was handed in. */
export interface ListOutcome {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: readonly { readonly row: number; readonly address: string; readonly reason: string }[];
}

const BATCH = 200;
const MOST_REFUSALS = 200;

/** 旧网址 of a site: kept by imports, added one by one or as a list. */
@Injectable()
export class OldAddresses {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
    private readonly targets: AddressTargets,
    private readonly channels: ChannelReading,
  ) {}

  list(ctx: EditorCtx, { q }: { q?: string | undefined }, request: PageRequest): Promise<Page<OldAddress>> {
    const where = allOf<OldAddress>(q ? [{ address: containing(q) }, { location: containing(q) }] : {});
    return this.db.site(ctx, OldAddress).page({ where, order: { id: 'DESC' } }, request);
  }

  /** Everything, oldest first, without holding it all in memory. */
  async *all(ctx: SiteCtx): AsyncGenerator<OldAddress> {
    for (let after = 0; ;) {
      const rows = await this.db
        .site(ctx, OldAddress)
        .find({ where: { id: MoreThan(after) }, order: { id: 'ASC' }, take: BATCH });
      yield* rows;
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** 添加一条. Raises `content.oldAddress.taken` when the address leads somewhere already. */
  async add(ctx: EditorCtx, address: string, wanted: string): Promise<OldAddress> {
    const to = await this.targets.read(ctx, wanted);
    const reading = readAddress(address);
    if (!reading) throw oldAddressUnusable({ address });
    this.targets.refuseItself(reading.address, to, wanted);
    return this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.site(ctx, OldAddress);
      const row = rows.build({ ...to, ...keyed(reading.address), origin: 'person' });
      must(ctx, 'create', row);
      try {
        await rows.save(row);
      } catch (error) {
        if (isUniqueViolation(error)) throw oldAddressTaken({ address });
        throw error;
      }
      await this.record(ctx, 'oldAddress.add', `添加旧网址 ${row.address}`, { id: row.id, to: wanted });
      await this.purge(ctx);
      return row;
    });
  }

  async remove(ctx: EditorCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const row = await this.db.site(ctx, OldAddress).findOne({ id });
      if (!row) throw oldAddressNotFound({ id });
      must(ctx, 'delete', row);
      await this.db.site(ctx, OldAddress).remove(row);
      await this.record(ctx, 'oldAddress.remove', `删除旧网址 ${row.address}`, { id });
      await this.purge(ctx);
    });
  }

  /** 导入列表: rows of old and new address. Good rows are taken, the others come back with their reason. */
  async takeList(ctx: EditorCtx, rows: readonly (readonly string[])[]): Promise<ListOutcome> {
    must(ctx, 'create', this.db.site(ctx, OldAddress).build({}));
    const refused: { row: number; address: string; reason: string }[] = [];
    const counts = { added: 0, changed: 0, same: 0 };
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch: NewAddress[] = [];
      for (const [offset, [address = '', wanted = '']] of rows.slice(at, at + BATCH).entries()) {
        if (address.trim() === '' || isHeading(address)) continue;
        const to = await this.targets.tryRead(ctx, address, wanted);
        if ('reason' in to) {
          if (refused.length < MOST_REFUSALS)
            refused.push({ row: at + offset + 1, address, reason: to.reason });
        } else batch.push({ address, to });
      }
      await this.db.transaction(ctx, async (ctx) => {
        const done = await this.keep(ctx, batch, 'list');
        for (const key of ['added', 'changed', 'same'] as const) counts[key] += done[key];
      });
    }
    await this.db.transaction(ctx, async (ctx) => {
      const { added, changed } = counts;
      const summary = `导入旧网址列表：新增 ${added} 条，更改 ${changed} 条`;
      await this.record(ctx, 'oldAddress.list', summary, { ...counts, refused: refused.length });
      await this.purge(ctx);
    });
    return { ...counts, refused };
  }

  /**
   * Keeps many at once, in the caller's transaction. What a person decided stays, unless a person's list
   * says otherwise; the newest import wins over older ones.
   */
  async keep(
    ctx: EditorCtx,
    addresses: readonly NewAddress[],
    origin: OldAddressOrigin,
  ): Promise<{ added: number; changed: number; same: number }> {
    const wanted = new Map<string, OldAddress>();
    const rows = this.db.site(ctx, OldAddress);
    for (const { address, to } of addresses) {
      const reading = readAddress(address);
      if (!reading || this.targets.isItself(reading.address, to)) continue;
      const row = rows.build({ ...to, ...keyed(reading.address), origin });
      wanted.set(row.addressKey, row);
    }
    const counts = { added: 0, changed: 0, same: 0 };
    if (wanted.size === 0) return counts;
    const known = await rows.find({ where: { addressKey: In([...wanted.keys()]) } });
    for (const row of known) {
      const wish = wanted.get(row.addressKey);
      wanted.delete(row.addressKey);
      if (!wish || isSame(row, wish) || (origin === 'import' && row.origin !== 'import')) {
        counts.same += 1;
        continue;
      }
      const { target, articleId, channelId, location } = wish;
      await rows.save(Object.assign(row, { target, articleId, channelId, location, origin }));
      counts.changed += 1;
    }
    await rows.saveAll([...wanted.values()]);
    counts.added = wanted.size;
    return counts;
  }

  /** So that readers look anew; in the caller's transaction. */
  purge(ctx: SiteCtx): Promise<void> {
    return this.purges.add(ctx, [`site:${ctx.site.id}:moved`]);
  }

  /** For screens: what each row leads to, in words. */
  describe(ctx: SiteCtx, rows: readonly OldAddress[]): Promise<Map<number, string>> {
    return this.targets.describe(ctx, rows, this.channels);
  }

  private async record(
    ctx: EditorCtx,
    action: string,
    summary: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(ctx, { action, subject: 'OldAddress', summary, detail });
  }
}

const keyed = (address: string) => ({ address, addressKey: addressKey(address) });

const isSame = (one: OldAddress, other: OldAddress): boolean =>
  one.target === other.target &&
  one.articleId === other.articleId &&
  one.channelId === other.channelId &&
  one.location === other.location;

/** The head of a table: no address begins like this. */
const isHeading = (cell: string): boolean =>
  /^\ufeff?(?:旧网址|旧地址|原网址|原地址|old|from)/i.test(cell.trim());
