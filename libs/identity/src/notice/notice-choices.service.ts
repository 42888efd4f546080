import { Injectable } from '@nestjs/common';
import type { Ctx, StaffCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { NoticeChoice } from './notice-choice.entity';
import { NOTICE_KIND_CODES, wayOf, type NoticeKind, type NoticeWay } from './notice-kind';

export type ChosenWays = Readonly<Record<NoticeKind, NoticeWay>>;

/** 消息接收设置: everybody's own. */
@Injectable()
export class NoticeChoices {
  constructor(private readonly db: Db) {}

  async mine(ctx: StaffCtx): Promise<ChosenWays> {
    const rows = await this.db.shared(ctx, NoticeChoice).find({ where: { accountId: ctx.actor.accountId } });
    const chosen = new Map(rows.map(({ kind, way }) => [kind, way]));
    return Object.fromEntries(
      NOTICE_KIND_CODES.map((kind) => [kind, wayOf(kind, chosen.get(kind))]),
    ) as unknown as ChosenWays;
  }

  /** Kinds that are left out stay as they are. */
  async choose(ctx: StaffCtx, ways: Partial<ChosenWays>): Promise<ChosenWays> {
    const { accountId } = ctx.actor;
    await this.db.transaction(ctx, async (ctx) => {
      const choices = this.db.shared(ctx, NoticeChoice);
      const known = await choices.find({ where: { accountId }, lock: 'write' });
      for (const kind of NOTICE_KIND_CODES) {
        const way = ways[kind];
        if (way === undefined) continue;
        const row = known.find((one) => one.kind === kind) ?? choices.build({ accountId, kind });
        row.way = wayOf(kind, way);
        await choices.save(row);
      }
    });
    return this.mine(ctx);
  }

  /** How each of these people is told of this kind. */
  async waysOf(ctx: Ctx, kind: NoticeKind, accountIds: readonly number[]): Promise<Map<number, NoticeWay>> {
    const rows = await this.db
      .shared(ctx, NoticeChoice)
      .find({ where: { kind, accountId: In([...accountIds]) } });
    const chosen = new Map(rows.map(({ accountId, way }) => [accountId, way]));
    return new Map(accountIds.map((id) => [id, wayOf(kind, chosen.get(id))]));
  }
}
