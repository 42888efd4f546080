import { Injectable } from '@nestjs/common';
import {
  AssetFolders,
  AssetLibrary,
  AssetOffers,
  AssetPlaces,
  AssetService,
  type Asset,
} from '@zhanqun/content';
import type { EditorCtx } from '@zhanqun/kernel';
import type { SiteKey } from '../county/sites';
import { silence, slideshow } from '../files/slideshow';

const TAGS: Readonly<Record<string, readonly string[]>> = {
  春耕生产: ['fields', 'terraces', 'harvest', 'tea', 'orchard'],
  重点工程: ['construction', 'bridge', 'road', 'reservoir'],
  会议活动: ['meeting', 'inspection', 'handshake', 'hall'],
  民生服务: ['clinic', 'school', 'jobs'],
  山水风光: ['river', 'forest', 'hills', 'village', 'snow', 'cityHall'],
};
const YEAR = '2026 年';
/** What the county's portal holds out to departments and townships. */
const OFFERED = ['cityHall', 'bridge', 'terraces'];

/** Folders, tags, a short film and a recording, so that a library looks like one that is used. */
@Injectable()
export class LibraryOrder {
  constructor(
    private readonly assets: AssetService,
    private readonly folders: AssetFolders,
    private readonly library: AssetLibrary,
    private readonly offers: AssetOffers,
    private readonly places: AssetPlaces,
  ) {}

  async arrange(ctx: EditorCtx, site: SiteKey, files: ReadonlyMap<string, Asset>): Promise<void> {
    const year = await this.folders.create(ctx, { name: YEAR, parentId: 0 });
    for (const [tag, names] of Object.entries(TAGS)) {
      const ids = names.flatMap((name) => files.get(name)?.id ?? []);
      if (ids.length === 0) continue;
      const folder = await this.folders.create(ctx, { name: tag, parentId: year.id });
      await this.library.tag(ctx, ids, { add: [tag], remove: [] });
      await this.library.move(ctx, ids, folder.id);
    }
    const forms = [...files.values()].filter(({ kind }) => kind === 'attachment').map(({ id }) => id);
    const papers = await this.folders.create(ctx, { name: '表格与指南', parentId: 0 });
    await this.library.move(ctx, forms, papers.id);
    if (site === 'shifan' || site === 'qingshui') await this.record(ctx, site);
    if (site !== 'shifan') return;
    for (const name of OFFERED) {
      const id = files.get(name)?.id;
      if (id !== undefined) await this.offers.offer(ctx, id);
    }
  }

  /** Once the texts are there: which files they use. */
  async count(ctx: EditorCtx): Promise<void> {
    await this.places.count(ctx);
  }

  private async record(ctx: EditorCtx, site: 'shifan' | 'qingshui'): Promise<void> {
    const folder = await this.folders.create(ctx, { name: '影像资料', parentId: 0 });
    const isCounty = site === 'shifan';
    const film = await slideshow(
      isCounty ? ['bridge', 'terraces', 'river', 'cityHall'] : ['tea', 'hills', 'river'],
    );
    const folderId = folder.id;
    await this.assets.upload(ctx, {
      fileName: isCounty ? '示范县一分钟.webm' : '春到清水.webm',
      content: film,
      alt: isCounty ? '示范县山水与城乡建设掠影' : '清水镇茶园、山林与河流',
      folderId,
    });
    const content = silence(isCounty ? 6 : 4);
    await this.assets.upload(ctx, {
      fileName: '会议录音（样例）.mp3',
      content,
      alt: '会议录音样例',
      folderId,
    });
  }
}
