import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation } from '@zhanqun/platform';
import { Asset } from '../asset.entity';
import { AssetFolder } from './asset-folder.entity';
import {
  folderInItself,
  folderNameTaken,
  folderNameUnusable,
  folderNotFound,
  foldersTooDeep,
  foldersTooMany,
} from './asset-folder.errors';

const DEEPEST = 5;
const MOST = 500;
const LONGEST = 50;

/** 素材文件夹, a tree of at most five levels and 500 folders a site. */
@Injectable()
export class AssetFolders {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  /** All of the site, by name. */
  async list(ctx: SiteCtx): Promise<AssetFolder[]> {
    return this.db.site(ctx, AssetFolder).find({ order: { name: 'ASC', id: 'ASC' }, take: MOST });
  }

  async get(ctx: SiteCtx, id: number): Promise<AssetFolder> {
    const folder = await this.db.site(ctx, AssetFolder).findOne({ id });
    if (!folder) throw folderNotFound({ id });
    return folder;
  }

  async create(ctx: EditorCtx, { name, parentId }: { name: string; parentId: number }): Promise<AssetFolder> {
    return this.naming(name, () =>
      this.db.transaction(ctx, async (ctx) => {
        const folders = this.db.site(ctx, AssetFolder);
        const folder = folders.build({ name: cleanName(name), parentId });
        must(ctx, 'create', this.db.site(ctx, Asset).build({ uploadedById: ctx.actor.accountId }));
        const all = await this.list(ctx);
        if (all.length >= MOST) throw foldersTooMany({ most: MOST });
        this.mustStand(all, folder.parentId, 1);
        await folders.save(folder);
        await this.record(ctx, folder, '新建素材文件夹');
        return folder;
      }),
    );
  }

  /** 改名、移动. Raises `content.assetFolder.inItself` when it would end up below itself. */
  async change(ctx: EditorCtx, id: number, to: { name?: string; parentId?: number }): Promise<AssetFolder> {
    return this.naming(to.name ?? '', () =>
      this.db.transaction(ctx, async (ctx) => {
        const folder = await this.get(ctx, id);
        must(ctx, 'update', this.db.site(ctx, Asset).build({}));
        if (to.name !== undefined) folder.name = cleanName(to.name);
        if (to.parentId !== undefined) {
          const all = await this.list(ctx);
          const below = withinOf(all, id);
          if (below.has(to.parentId)) throw folderInItself({ name: folder.name });
          this.mustStand(all, to.parentId, heightOf(all, id));
          folder.parentId = to.parentId;
        }
        await this.db.site(ctx, AssetFolder).save(folder);
        await this.record(ctx, folder, '修改素材文件夹');
        return folder;
      }),
    );
  }

  /** 删除文件夹: what lay in it moves one level up; nothing is lost with a folder. */
  async remove(ctx: EditorCtx, id: number): Promise<void> {
    await this.naming('', () =>
      this.db.transaction(ctx, async (ctx) => {
        const folder = await this.get(ctx, id);
        must(ctx, 'delete', this.db.site(ctx, Asset).build({ uploadedById: ctx.actor.accountId }));
        const up = folder.parentId === 0 ? null : folder.parentId;
        await this.db.site(ctx, Asset).updateWhere({ folderId: id }, { folderId: up });
        await this.db.site(ctx, AssetFolder).updateWhere({ parentId: id }, { parentId: folder.parentId });
        await this.db.site(ctx, AssetFolder).remove(folder);
        await this.record(ctx, folder, '删除素材文件夹');
      }),
    );
  }

  /** `height` levels shall stand below this folder. */
  private mustStand(all: readonly AssetFolder[], parentId: number, height: number): void {
    let depth = height;
    for (let at = parentId; at !== 0; depth += 1) {
      const folder = all.find(({ id }) => id === at);
      if (!folder) throw folderNotFound({ id: at });
      at = folder.parentId;
    }
    if (depth > DEEPEST) throw foldersTooDeep({ most: DEEPEST });
  }

  private async naming<T>(name: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw isUniqueViolation(error) ? folderNameTaken({ name }) : error;
    }
  }

  private async record(ctx: EditorCtx, folder: AssetFolder, what: string): Promise<void> {
    const summary = `${what}“${folder.name}”`;
    await this.audit.record(ctx, {
      action: 'assetFolder.edit',
      subject: 'AssetFolder',
      subjectId: folder.id,
      summary,
    });
  }
}

function cleanName(name: string): string {
  const clean = name.normalize('NFC').trim();
  if (
    clean === '' ||
    [...clean].length > LONGEST ||
    clean.length > LONGEST ||
    /[\p{Cc}\p{Surrogate}/\\]/u.test(clean)
  )
    throw folderNameUnusable();
  return clean;
}

function withinOf(all: readonly AssetFolder[], id: number): ReadonlySet<number> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const folder of all) if (found.has(folder.parentId)) found.add(folder.id);
  }
  return found;
}

function heightOf(all: readonly AssetFolder[], id: number): number {
  const below = all.filter(({ parentId }) => parentId === id);
  return 1 + Math.max(0, ...below.map((folder) => heightOf(all, folder.id)));
}
