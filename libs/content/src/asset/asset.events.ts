import { JobEvent } from '@zhanqun/platform';

/** Count how often each file of the site is used. */
@JobEvent()
export class CountAssetUses {
  static readonly kind = 'content.countAssetUses';
}
