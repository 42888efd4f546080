import { Injectable } from '@nestjs/common';
import type { Ctx, SiteRef } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { gravest, isShowing, reaches, type EmergencyLevel } from './network-notice';
import { NetworkNotice } from './network-notice.entity';

/** Purge tag: a notice was put up, changed or ended. Stands beside the `chrome` tags of the sites it concerns. */
export const NOTICES_TAG = 'notices';

/** A banner as pages show it. */
export interface StandingEmergency {
  readonly level: EmergencyLevel;
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
  readonly since: Date;
}

/** What stands now, in the memory of each process: the frame of a site is made without a query for it. */
@Injectable()
export class NetworkNoticeBoard {
  private open: readonly NetworkNotice[] = [];

  constructor(private readonly db: Db) {}

  /** Reads what is planned or standing: a handful of rows. */
  async refresh(ctx: Ctx): Promise<void> {
    this.open = await this.db
      .shared(ctx, NetworkNotice)
      .find({ where: { state: In(['planned', 'standing']) }, order: { id: 'ASC' } });
  }

  /** 应急横幅 of a site; null when none stands. */
  emergencyAt(site: SiteRef, now: Date): StandingEmergency | null {
    const notice = gravest(this.showing(site, now).filter(({ kind }) => kind === 'emergency'));
    if (!notice) return null;
    const { level, title, text, url, startsAt } = notice;
    return { level: level as EmergencyLevel, title, text, url, since: startsAt };
  }

  /** Whether a grey day holds at a site. */
  isGreyAt(site: SiteRef, now: Date): boolean {
    return this.showing(site, now).some(({ kind }) => kind === 'greyDay');
  }

  private showing(site: SiteRef, now: Date): NetworkNotice[] {
    return this.open.filter((notice) => isShowing(notice, now) && reaches(notice, site));
  }
}
