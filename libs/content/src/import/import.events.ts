import { JobEvent } from '@zhanqun/platform';

/** 读取上传的文件: unpacks it and finds what a person should see before anything is stored. */
@JobEvent()
export class ReadImport {
  static readonly kind = 'content.readImport';
  constructor(readonly runId: number) {}
}

/** 继续导入. Does nothing when the run is paused, cancelled or done. */
@JobEvent()
export class ContinueImport {
  static readonly kind = 'content.continueImport';
  constructor(readonly runId: number) {}
}

export const runKey = (runId: number): string => `run:${runId}`;
