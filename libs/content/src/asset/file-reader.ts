import { Injectable } from '@nestjs/common';
import { DomainError, type SiteCtx } from '@zhanqun/kernel';
import { FileStore } from '@zhanqun/platform';
import { storedPath, type Asset } from './asset.entity';
import { assetNotFound } from './asset.errors';
import type { Variant } from './presets';
import { Variants } from './variants';

export interface FoundFile {
  readonly storedAs: string;
  readonly size: number;
  readonly type: string;
  /** A smaller picture was asked for and could not be drawn just now: this is the picture itself. */
  readonly isStandIn: boolean;
}

/** The stored file behind an asset or one of its presets. */
@Injectable()
export class FileReader {
  constructor(
    private readonly files: FileStore,
    private readonly variants: Variants,
  ) {}

  /** For citizens: null where nothing is to be had, such as a smaller picture of a document. */
  async findPublic(...asked: Parameters<FileReader['find']>): Promise<FoundFile | null> {
    try {
      return await this.find(...asked);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'notFound') return null;
      throw error;
    }
  }

  async find(
    ctx: SiteCtx,
    asset: Pick<Asset, 'kind' | 'mime' | 'path' | 'storedAs'>,
    variant: Variant | null,
  ): Promise<FoundFile> {
    if (variant && asset.kind !== 'image') throw assetNotFound({ id: 0 });
    const drawn = variant && (await this.variants.ready(ctx, asset, variant));
    const storedAs = drawn ?? storedPath(asset);
    const size = await this.files.size(ctx.site.id, storedAs);
    if (size === null) throw assetNotFound({ id: 0 });
    const type = drawn && variant ? `image/${variant.format}` : asset.mime;
    return { storedAs, size, type, isStandIn: variant !== null && drawn === null };
  }
}
