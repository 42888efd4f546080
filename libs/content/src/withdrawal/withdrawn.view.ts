import type { Link } from '@zhanqun/theming';

/** pages/withdrawn.njk: what stands at the address of an article that was taken away. */
export interface WithdrawnView {
  readonly way: 'gone' | 'notice' | 'expired';
  /** Empty when the title is gone with the text. */
  readonly title: string;
  /** Empty unless the reason is public. */
  readonly reason: string;
  readonly withdrawnAt: Date | null;
  readonly channel: Link | null;
}
