import { Injectable } from '@nestjs/common';
import type { Ctx, SiteCtx } from '@zhanqun/kernel';
import { Handles, type JobHandler } from '@zhanqun/platform';
import { AttachmentTexts } from './attachment-texts';
import { ReadAttachment } from './attachment.events';

@Handles(ReadAttachment)
@Injectable()
export class ReadAttachmentJob implements JobHandler<ReadAttachment> {
  constructor(private readonly texts: AttachmentTexts) {}

  async handle(ctx: Ctx, { assetId }: ReadAttachment): Promise<void> {
    await this.texts.read(ctx as SiteCtx, assetId);
  }
}
