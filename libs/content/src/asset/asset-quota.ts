import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { declareSetting, Settings } from '@zhanqun/tenancy';
import { quotaExceeded } from './asset.errors';
import { bytesTaken } from './asset-use.sql';

const MEGABYTE = 1024 * 1024;

const assetQuota = declareSetting<number>({
  key: 'content.assetQuotaMegabytes',
  label: '素材库限额（MB）',
  type: 'number',
  default: 10_240,
  levels: ['platform', 'portal'],
  help: '每个站点的图片、视频和附件合计，含回收站和历史文件。10240 即 10 GB',
  validate: (value) =>
    Number.isInteger(value) && value >= 1 && value <= 10_000_000 ? null : '须为 1 至 10000000 的整数',
});

export interface AssetSpace {
  readonly limit: number;
  readonly taken: number;
  readonly left: number;
}

/** 素材库空间 of a site: files, former files, what lies in the trash and what was announced to come. */
@Injectable()
export class AssetQuota {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
  ) {}

  async space(ctx: SiteCtx): Promise<AssetSpace> {
    const { text, parameters } = bytesTaken(ctx.site.id);
    const [row] = await this.db.sql<{ taken: number | string | null }>(ctx, text, parameters);
    const limit = this.settings.get(ctx, assetQuota) * MEGABYTE;
    const taken = Number(row?.taken ?? 0);
    return { limit, taken, left: Math.max(0, limit - taken) };
  }

  /** Raises `content.asset.quotaExceeded`, saying what is left. `announced` bytes were counted already. */
  async mustFit(ctx: SiteCtx, bytes: number, announced = 0): Promise<void> {
    const { limit, left } = await this.space(ctx);
    if (bytes > left + announced) throw quotaExceeded({ needed: bytes, left, limit });
  }
}
