import { Injectable } from '@nestjs/common';
import { AssetService, type Asset } from '@zhanqun/content';
import type { EditorCtx } from '@zhanqun/kernel';
import { DOWNLOADS, LIBRARIES } from '../county/libraries';
import type { SiteKey } from '../county/sites';
import { ATTACHMENTS } from '../files/attachments';
import { paint } from '../files/pictures/painting';
import { PICTURES } from '../files/pictures/pictures';

/** The files of one site by their name in the plan. */
export type Library = ReadonlyMap<string, Asset>;

/** Pictures and attachments in the libraries of the sites. */
@Injectable()
export class LibrarySeeder {
  private readonly painted = new Map<string, Promise<Buffer>>();

  constructor(private readonly assets: AssetService) {}

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
    return new Map(entries);
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
