import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import type { Blueprint } from '../blueprint/blueprint';

/** A first member of a new site. */
export interface FirstMember {
  readonly accountId: number;
  readonly role: string;
}

/**
 * What a library above puts into a new site (channels, members). It registers itself with
 * `SiteFurnishers` when its module starts.
 */
export abstract class SiteFurnisher {
  /**
   * Runs inside the transaction that opens the site: a fault undoes the opening. Keep statements few.
   * `blueprint` is already filled in for this site.
   */
  abstract furnish(ctx: SiteCtx, blueprint: Blueprint, members: readonly FirstMember[]): Promise<void>;

  /** What is still lacking before the site may go online, in Chinese (`至少一个栏目`). */
  async missing(_ctx: SiteCtx): Promise<readonly string[]> {
    return [];
  }
}

/** The furnishers of this process, in the order of their registration. */
@Injectable()
export class SiteFurnishers {
  private readonly registered: SiteFurnisher[] = [];

  register(furnisher: SiteFurnisher): void {
    if (!this.registered.includes(furnisher)) this.registered.push(furnisher);
  }

  async furnish(ctx: SiteCtx, blueprint: Blueprint, members: readonly FirstMember[]): Promise<void> {
    for (const furnisher of this.registered) await furnisher.furnish(ctx, blueprint, members);
  }

  async missing(ctx: SiteCtx): Promise<readonly string[]> {
    const lists: (readonly string[])[] = [];
    for (const furnisher of this.registered) lists.push(await furnisher.missing(ctx));
    return lists.flat();
  }
}
