import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { Asset } from '../../asset/asset.entity';
import type { FileValue } from '../block-field';
import type { LayoutBlock } from '../layout-block';
import { blockType } from '../types';
import type { LayoutFault } from './layout.errors';

export interface NamedArticle {
  readonly id: number;
  readonly title: string;
  readonly isPublished: boolean;
}

interface Found {
  readonly block: LayoutBlock;
  readonly key: string;
  readonly label: string;
  readonly kind: 'image' | 'video' | 'articles';
}

/** Files and articles that a layout names are those of its site. */
@Injectable()
export class LayoutReferences {
  constructor(private readonly db: Db) {}

  /**
   * Writes path and measures of each file as the library has them, whatever was sent. Names what is not of
   * this site, the same as what is not there.
   */
  async complete(
    ctx: SiteCtx,
    blocks: readonly LayoutBlock[],
  ): Promise<{ blocks: readonly LayoutBlock[]; faults: readonly LayoutFault[] }> {
    const found = blocks.flatMap(referencesOf);
    const files = await this.filesOf(ctx, found);
    const articles = await this.articlesOf(ctx, found);
    const faults: LayoutFault[] = [];
    const values = new Map<LayoutBlock, Record<string, unknown>>();
    for (const { block, key, label, kind } of found) {
      const fault = (message: string) => void faults.push({ blockId: block.id, field: key, message });
      const own = values.get(block) ?? {};
      values.set(block, own);
      if (kind === 'articles') {
        if ((block.settings[key] as number[]).some((id) => !articles.has(id)))
          fault(`${label}里有文章不存在或已被删除，请重新选择`);
        continue;
      }
      const value = block.settings[key] as FileValue;
      const asset = files.get(value.assetId);
      if (!asset || asset.kind !== kind)
        fault(`${label}须是本站素材库里的${kind === 'image' ? '图片' : '视频'}`);
      else
        own[key] = {
          assetId: asset.id,
          path: asset.path,
          alt: value.alt || asset.alt,
          width: asset.width ?? 0,
          height: asset.height ?? 0,
        } satisfies FileValue;
    }
    return {
      faults,
      blocks: blocks.map((block) => ({ ...block, settings: { ...block.settings, ...values.get(block) } })),
    };
  }

  /** Titles of the articles that blocks name, for the screen on which they are chosen. */
  async titles(ctx: SiteCtx, blocks: readonly LayoutBlock[]): Promise<NamedArticle[]> {
    const ids = blocks
      .flatMap(referencesOf)
      .flatMap(({ block, key, kind }) => (kind === 'articles' ? (block.settings[key] as number[]) : []));
    if (ids.length === 0) return [];
    const where = { id: In([...new Set(ids)]) };
    const rows = await this.db.site(ctx, Article).select(['id', 'title', 'state'], { where });
    return rows.map(({ id, title, state }) => ({ id, title, isPublished: state === 'published' }));
  }

  private async filesOf(ctx: SiteCtx, found: readonly Found[]) {
    const ids = found.flatMap(({ block, key, kind }) =>
      kind === 'articles' ? [] : [(block.settings[key] as FileValue).assetId],
    );
    if (ids.length === 0) return new Map<number, never>();
    const rows = await this.db.site(ctx, Asset).select(['id', 'kind', 'path', 'alt', 'width', 'height'], {
      where: { id: In([...new Set(ids)]), state: 'ready' },
    });
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async articlesOf(ctx: SiteCtx, found: readonly Found[]): Promise<ReadonlySet<number>> {
    const ids = found.flatMap(({ block, key, kind }) =>
      kind === 'articles' ? (block.settings[key] as number[]) : [],
    );
    if (ids.length === 0) return new Set();
    const rows = await this.db.site(ctx, Article).select(['id'], { where: { id: In([...new Set(ids)]) } });
    return new Set(rows.map(({ id }) => id));
  }
}

function referencesOf(block: LayoutBlock): Found[] {
  return (blockType(block.type)?.fields ?? []).flatMap(({ key, label, kind }) =>
    (kind === 'image' || kind === 'video' || kind === 'articles') && block.settings[key]
      ? [{ block, key, label, kind }]
      : [],
  );
}
