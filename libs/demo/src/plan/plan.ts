import { addDays, shanghaiDay } from '@zhanqun/kernel';
import { SITES } from '../county/sites';
import { Chance } from './chance';
import { departmentPieces } from './department-pieces';
import type { Desk } from './desk';
import { momentOn } from './moments';
import type { Piece } from './piece';
import { policyPieces } from './policy-pieces';
import { portalPieces } from './portal-pieces';
import { townshipPieces } from './township-pieces';
import { Writer } from './writer';

/** Older texts do without a picture now and then. */
const PICTURED_DAYS = 45;

/**
 * Everything that is published in the demonstration county, oldest first, as seen from `now`. The same
 * day gives the same plan. Three faults are there on purpose, so that supervision has something to find:
 * the news of 清水镇 are three weeks old, 互动交流 of 龙潭镇 is blank, and an interpretation of 县卫健局
 * links to a page that was never made.
 */
export function planCounty(now: Date): readonly Piece[] {
  const chance = new Chance(`示范县 ${shanghaiDay(now)}`);
  const picturedSince = new Date(now.getTime() - PICTURED_DAYS * 86_400_000);
  const writers = new Map(SITES.map((site) => [site.key, new Writer(chance, picturedSince)]));
  const desk: Desk = {
    now,
    chance,
    writer: (site) => writers.get(site) as Writer,
    ago: (days) => momentOn(now, chance, addDays(shanghaiDay(now), -days)),
  };
  const pieces = [
    ...policyPieces(desk),
    ...portalPieces(desk),
    ...departmentPieces(desk),
    ...townshipPieces(desk),
  ];
  return pieces.sort((one, other) => one.publishedAt.getTime() - other.publishedAt.getTime());
}
