import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { FileStore } from '@zhanqun/platform';
import { storedPath, type Asset } from './asset.entity';
import { drawVariant } from './picture';
import { ALL_VARIANTS, hasVariants, variantPath, type Variant } from './presets';

/** Pictures drawn at a time in this process, and how many may wait; who comes later gets the picture itself. */
const AT_A_TIME = 2;
const MOST_WAITING = 24;

/**
 * 图片规格文件: made when they are first asked for, each once, however many ask, and kept beside the file.
 */
@Injectable()
export class Variants {
  private readonly flights = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly files: FileStore) {}

  /** Name in the file store, once it is there; null when the queue is too long just now. */
  async ready(
    ctx: SiteCtx,
    asset: Pick<Asset, 'path' | 'storedAs'>,
    variant: Variant,
  ): Promise<string | null> {
    const source = storedPath(asset);
    const name = variantPath(source, variant);
    if (await this.files.exists(ctx.site.id, name)) return name;
    const key = `${ctx.site.id}/${name}`;
    let flight = this.flights.get(key);
    if (!flight) {
      if (this.waiting.length >= MOST_WAITING) return null;
      flight = this.inTurn(() => this.draw(ctx.site.id, source, name, variant)).finally(() =>
        this.flights.delete(key),
      );
      this.flights.set(key, flight);
    }
    await flight;
    return name;
  }

  /** With the file they were drawn from. */
  async remove(ctx: SiteCtx, source: string): Promise<void> {
    if (!hasVariants(source) && !source.endsWith('.gif')) return;
    for (const variant of ALL_VARIANTS) await this.files.remove(ctx.site.id, variantPath(source, variant));
  }

  private async draw(siteId: number, source: string, name: string, variant: Variant): Promise<void> {
    const { stream } = await this.files.read(siteId, source);
    await this.files.put(siteId, name, await drawVariant(Buffer.concat(await stream.toArray()), variant));
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    if (this.running >= AT_A_TIME) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
