import { Injectable } from '@nestjs/common';
import { SiteDirectory } from '@zhanqun/platform';

/** Names of sites for views; from memory. */
@Injectable()
export class SiteNames {
  constructor(private readonly directory: SiteDirectory) {}

  of(siteId: number): { id: number; key: string; name: string } {
    const site = this.directory.byId(siteId);
    return { id: siteId, key: site?.key ?? '', name: site?.name ?? '（已撤销的站点）' };
  }

  /** The id behind a key in a filter; an unknown key filters for nothing. */
  idOf(key: string | undefined): number | undefined {
    return key === undefined ? undefined : (this.directory.byKey(key)?.id ?? -1);
  }
}
