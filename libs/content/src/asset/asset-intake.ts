import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { AppConfig } from '@zhanqun/platform';
import type { AssetKind } from './asset.entity';
import { fileEmpty, fileTooLarge } from './asset.errors';
import { AssetQuota } from './asset-quota';
import type { ReadName } from './file-name';
import { FILE_TYPES, type FileType } from './file-types';
import { redraw, type Picture } from './picture';
import { recognise, type Recognised } from './recognise';
import { Scanning } from './scan/scanning';
import type { ReceivedFile } from './upload';

export const MEGABYTE = 1024 * 1024;
/** A picture is decoded as a whole; a film is streamed. */
const IMAGE_MEGABYTES = 20;
const MEDIA_MEGABYTES = 2048;

/** What came of judging a file. */
export interface Judged {
  readonly type: Recognised;
  readonly picture: Picture | null;
  /** False: the scanner could not be asked, so nobody may see the file yet. */
  readonly isScanned: boolean;
}

/** 收件检查: everything a file has to pass before a byte of it is kept. */
@Injectable()
export class AssetIntake {
  constructor(
    private readonly config: AppConfig,
    private readonly quota: AssetQuota,
    private readonly scanning: Scanning,
  ) {}

  /**
   * Type by content, size, room, viruses; pictures redrawn, in `wanted` when the address of the asset that
   * they replace says so. `announced` bytes were counted when the upload began.
   */
  async judge(
    ctx: EditorCtx,
    received: ReceivedFile,
    named: ReadName,
    announced: number,
    wanted?: string,
  ): Promise<Judged> {
    const { name } = named;
    if (received.size === 0) throw fileEmpty({ name });
    const found = await recognise(received.handle, received.size, named);
    this.mustBeSmall(found.kind, received.size);
    await this.quota.mustFit(ctx, received.size, announced);
    const isScanned = await this.scanning.judge(ctx, received.path, { name, kind: found.kind });
    if (found.kind !== 'image') return { type: found, picture: null, isScanned };
    const stored = wanted ?? (found.extension === 'svg' ? 'png' : found.extension);
    const type = { ...(FILE_TYPES[stored] as FileType), extension: stored };
    const picture = await redraw(received.path, { extension: found.extension, wanted: stored, name });
    return { type, picture, isScanned };
  }

  /** Largest file of a kind in bytes. */
  mostBytes(kind: AssetKind): number {
    const { uploadMegabytes } = this.config;
    if (kind === 'image') return IMAGE_MEGABYTES * MEGABYTE;
    return (kind === 'attachment' ? uploadMegabytes : Math.max(uploadMegabytes, MEDIA_MEGABYTES)) * MEGABYTE;
  }

  mustBeSmall(kind: AssetKind, bytes: number): void {
    const most = this.mostBytes(kind);
    if (bytes > most) throw fileTooLarge({ megabytes: most / MEGABYTE });
  }
}
