import { Injectable } from '@nestjs/common';
import { AssetService, type Asset } from '@zhanqun/content';
import type { EditorCtx } from '@zhanqun/kernel';
import { DOWNLOADS, LIBRARIES } from '../county/libraries';
import type { SiteKey } from '../county/sites';
import { ATTACHMENTS } from '../files/attachments';
import { paint } from '../files/pictures/painting';
import { PICTURES } from '../files/pictures/pictures';
import { LibraryOrder } from './library-order';

/** The files of one site by their name in the plan. */
export type Library = ReadonlyMap<string, Asset>;

/** Pictures and attachments in the libraries of the sites. */
@Injectable()
export class LibrarySeeder {
  private readonly painted = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly assets: AssetService,
    private readonly order: LibraryOrder,
  ) {}

  async fill(ctx: EditorCtx, site: SiteKey): Promise<Library> {
    const entries = await Promise.all([
      ...LIBRARIES[site].map(async (name) => {
        const alt = PICTURES[name]?.alt ?? '';
        const content = await this.picture(name);
        return [name, await this.assets.upload(ctx, { fileName: `${alt}.jpg`, content, alt })] as const;
      }),
      ...DOWNLOADS[site].map(async (name) => {
        const { fileName, content } = ATTACHMENTS[name] ?? unknown(name);
        return [name, await this.assets.upload(ctx, { fileName, content: content() })] as const;
      }),
    ]);
    const library = new Map(entries);
    await this.order.arrange(ctx, site, library);
    return library;
  }

  /** Once the texts are there: how often each file is used. */
  count(ctx: EditorCtx): Promise<void> {
    return this.order.count(ctx);
  }

  /** Each picture is painted once, however many sites hang it up. */
  private picture(name: string): Promise<Buffer> {
    const known = this.painted.get(name) ?? paint(name);
    this.painted.set(name, known);
    return known;
  }
}

function unknown(name: string): never {
  throw new Error(`no file ${name}`);
}
