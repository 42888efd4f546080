import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';

export interface LargeSeed {
  readonly sites: number;
  readonly articles: number;
  readonly onProgress?: (done: number) => void;
}

@Injectable()
export class Demo {
  seedWhenEmpty(): Promise<string[]> {
    return Promise.resolve([]);
  }

  seedDemo(_ctx: StaffCtx): Promise<string[]> {
    return Promise.resolve([]);
  }

  seedLarge(_ctx: StaffCtx, _order: LargeSeed): Promise<void> {
    return Promise.resolve();
  }
}
