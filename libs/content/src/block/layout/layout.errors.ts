import { defineError } from '@zhanqun/kernel';

/** Something to put right in a layout. `blockId` is empty when it is about the page as a whole. */
export interface LayoutFault {
  readonly blockId: string;
  readonly field: string;
  readonly message: string;
}

export const layoutPageNotFound = defineError<{ page: string }>(
  'content.layout.pageNotFound',
  'notFound',
  () => '没有这个页面，或它不能编排版面',
);

export const layoutInvalid = defineError<{ faults: readonly LayoutFault[] }>(
  'content.layout.invalid',
  'invalid',
  ({ faults }) => `版面有 ${faults.length} 处不能保存：${faults[0]?.message ?? ''}`,
);

export const layoutIncomplete = defineError<{ faults: readonly LayoutFault[] }>(
  'content.layout.incomplete',
  'invalid',
  ({ faults }) => `版面还有 ${faults.length} 处要补充或改正才能发布：${faults[0]?.message ?? ''}`,
);

export const layoutStale = defineError<{ savedBy: string; version: number }>(
  'content.layout.stale',
  'conflict',
  ({ savedBy }) => `版面刚刚由${savedBy || '他人'}保存过，请载入最新版面后再改`,
);

export const layoutUnchanged = defineError<{ page: string }>(
  'content.layout.unchanged',
  'conflict',
  () => '没有待发布的改动',
);

export const layoutReleaseNotFound = defineError<{ number: number }>(
  'content.layout.releaseNotFound',
  'notFound',
  () => '没有这个历史版本',
);
