import { JobEvent } from '@zhanqun/platform';

/** 检查一个站点, as a job of a patrol run; the site is the job's own. */
@JobEvent()
export class InspectSite {
  static readonly kind = 'supervision.inspectSite';

  constructor(readonly runId: number) {}
}
