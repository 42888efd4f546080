import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, IsNull, Not } from '@zhanqun/platform';
import type { IndicatorRule, Observation } from '../indicator/indicator';
import { findingState } from './finding-state';
import { Finding } from './finding.entity';

export interface LedgerChange {
  readonly standing: number;
  readonly appeared: number;
  readonly cleared: number;
}

/** 问题台账: turns what was seen just now into findings that live from first sight to clearing. */
@Injectable()
export class FindingLedger {
  constructor(private readonly db: Db) {}

  /**
   * Enters one measurement of one indicator at one site: a fault seen before keeps its row, a new one
   * gets a row, one no longer seen is cleared. Repeating the same measurement changes nothing.
   */
  async enter(ctx: SiteCtx, rule: IndicatorRule, seen: readonly Observation[]): Promise<LedgerChange> {
    return this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.shared(ctx, Finding);
      const standing = await rows.find({
        where: { aboutSiteId: ctx.site.id, indicatorCode: rule.code, openKey: Not(IsNull()) },
        lock: 'write',
      });
      const known = new Map(standing.map((finding) => [finding.openKey, finding]));
      const now = new Map(
        seen.map((observation) => [openKey(ctx.site.id, rule.code, observation.subject), observation]),
      );

      const changed = [...now].map(([key, observation]) => {
        const finding = known.get(key) ?? rows.build(this.firstSight(ctx, rule, key));
        return Object.assign(finding, asSeen(observation), { lastSeenAt: ctx.now });
      });
      const gone = standing.filter((finding) => !now.has(finding.openKey ?? ''));
      for (const finding of gone) leave(finding, ctx.now);
      await rows.saveAll([...changed, ...gone]);
      return {
        standing: changed.filter(({ state }) => state !== 'dismissed').length,
        appeared: changed.filter((finding) => !known.has(finding.openKey)).length,
        cleared: gone.length,
      };
    });
  }

  private firstSight(ctx: SiteCtx, rule: IndicatorRule, key: string): Partial<Finding> {
    return {
      aboutSiteId: ctx.site.id,
      portalId: ctx.site.portalId,
      indicatorCode: rule.code,
      openKey: key,
      ruleText: rule.ruleText,
      ruleSource: rule.source,
      firstSeenAt: ctx.now,
    };
  }
}

/** A dismissed fault keeps its verdict; it only makes room for the day it may come back. */
function leave(finding: Finding, now: Date): void {
  if (findingState.allows('clear', finding.state)) finding.state = findingState.next('clear', finding.state);
  finding.clearedAt = now;
  finding.openKey = null;
}

/** Counted in characters, so that no rare character is cut in half. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

const asSeen = ({ subject, title, severity, url, evidence }: Observation): Partial<Finding> => ({
  subject: cut(subject, 600),
  title: cut(title, 500),
  severity,
  url: cut(url, 1000),
  evidence,
});

/** Subjects may be long addresses, hence the digest. */
function openKey(siteId: number, code: string, subject: string): string {
  return `${siteId}:${code}:${createHash('sha256').update(subject).digest('hex').slice(0, 40)}`;
}
