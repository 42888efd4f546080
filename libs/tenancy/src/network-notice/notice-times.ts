import { noticeTimesWrong } from './network-notice.errors';
import type { NoticeKind } from './network-notice';

const DAY = 86_400_000;
const LONGEST: Readonly<Record<NoticeKind, number>> = { emergency: 366, greyDay: 31 };
/** How far ahead a notice may be planned. */
const FARTHEST = 400;

/**
 * From when until when. Without a beginning it begins at once; a grey day always has an end, a banner may
 * stand until it is taken down. Raises `tenancy.networkNotice.timesWrong`.
 */
export function checkedTimes(
  kind: NoticeKind,
  { startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null },
  now: Date,
): { startsAt: Date; endsAt: Date | null } {
  const from = startsAt ?? now;
  if (kind === 'greyDay' && endsAt === null) throw noticeTimesWrong({ fault: '灰色日须写明何时结束' });
  if (from.getTime() > now.getTime() + FARTHEST * DAY)
    throw noticeTimesWrong({ fault: '开始时间最多提前一年安排' });
  if (endsAt === null) return { startsAt: from, endsAt };
  if (endsAt <= now) throw noticeTimesWrong({ fault: '结束时间已经过去，请重新选择' });
  if (endsAt <= from) throw noticeTimesWrong({ fault: '结束时间须晚于开始时间' });
  const days = (endsAt.getTime() - from.getTime()) / DAY;
  if (days > LONGEST[kind]) throw noticeTimesWrong({ fault: `最长 ${LONGEST[kind]} 天，请改短` });
  return { startsAt: from, endsAt };
}
