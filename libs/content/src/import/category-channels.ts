import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type EditorCtx } from '@zhanqun/kernel';
import { ChannelReading } from '../channel/channel-reading';
import { checkChannelPath } from '../channel/channel-path';
import { ChannelService } from '../channel/channel.service';
import type { PreviewCategory } from './import-preview';
import type { RunOptions } from './import-options';
import { NEW_CHANNEL } from './judging';

const MOST_NEW = 300;

/** 原栏目 to channels: those without a mapping get one of their own when that is asked for. */
@Injectable()
export class CategoryChannels {
  constructor(
    private readonly channels: ChannelService,
    private readonly reading: ChannelReading,
  ) {}

  /** The complete mapping. Run again it finds what it made before, by the address. */
  async complete(
    ctx: EditorCtx,
    options: RunOptions,
    categories: readonly PreviewCategory[],
    isDryRun: boolean,
  ): Promise<RunOptions> {
    if (!options.createsChannels) return options;
    const mapping: Record<string, number> = { ...options.mapping };
    const parentId = options.channelId;
    for (const { key, name } of categories.slice(0, MOST_NEW)) {
      if (mapping[key] !== undefined) continue;
      mapping[key] = await this.channelFor(ctx, key, name, parentId, isDryRun);
    }
    return { ...options, mapping };
  }

  private async channelFor(
    ctx: EditorCtx,
    key: string,
    name: string,
    parentId: number | null,
    isDryRun: boolean,
  ): Promise<number> {
    const tree = await this.reading.tree(ctx);
    const parent = parentId === null ? undefined : tree.find(parentId);
    const path = `${parent ? `${parent.path}/` : ''}${slugOf(key)}`;
    const known = tree.at(path);
    if (known) return known.id;
    if (isDryRun) return NEW_CHANNEL;
    const values = {
      name:
        [...(name || key || '未分类')]
          .slice(0, 50)
          .join('')
          .replace(/[\p{Cc}]/gu, ' ')
          .trim() || '未分类',
      kind: 'dynamic' as const,
      updateClass: 'other' as const,
      parentId,
      path,
    };
    return (await this.channels.create(ctx, values)).id;
  }
}

/** A segment of an address: the category's own name where it can be one, else a short digest of it. */
export function slugOf(key: string): string {
  const plain = key
    .toLowerCase()
    .replace(/[/_.\s]+/g, '-')
    .replace(/^-+|-+$/g, '');
  try {
    if (/^[a-z0-9-]{2,40}$/.test(plain)) return checkChannelPath(plain);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  return `c-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
}
