import type { ChosenWays } from './notice-choices.service';
import { NOTICE_KIND_CODES, NOTICE_WAYS, type NoticeKind } from './notice-kind';
import { noticeWayUnknown } from './notice.errors';

/** What a screen sent, as choices. Raises `identity.notice.wayUnknown` for anything that is none. */
export function checkedWays(ways: Readonly<Record<string, unknown>>): Partial<ChosenWays> {
  for (const [kind, way] of Object.entries(ways)) {
    const isKnown = NOTICE_KIND_CODES.includes(kind as NoticeKind);
    if (!isKnown || !(NOTICE_WAYS as readonly unknown[]).includes(way)) throw noticeWayUnknown({ kind });
  }
  return ways as Partial<ChosenWays>;
}
