import { JobEvent } from '@zhanqun/platform';

/** The words of a large file are to be read. */
@JobEvent()
export class ReadAttachment {
  static readonly kind = 'content.readAttachment';

  constructor(readonly assetId: number) {}
}
