import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { dueState, gravest, isShowing, nextBoundary, noticeLife, reaches } from './network-notice';
import { PutUpNoticeDto } from './network-notice.dto';
import { checkedTimes } from './notice-times';

const at = (hour: number): Date => new Date(Date.UTC(2026, 11, 13, hour));
const planned = { state: 'planned', startsAt: at(8), endsAt: at(20) } as const;
const standing = { state: 'standing', startsAt: at(8), endsAt: at(20) } as const;

describe('横幅与灰色日的时间', () => {
  it.each([
    ['planned, before its time', planned, 7, false],
    ['planned, its time has come and no job ran yet', planned, 8, true],
    ['standing, on a machine whose clock is behind', standing, 7, true],
    ['standing, at its end with no job run yet', standing, 20, false],
    ['without an end', { ...standing, endsAt: null }, 23, true],
    ['over', { ...standing, state: 'over' as const }, 10, false],
    ['taken down', { ...standing, state: 'takenDown' as const }, 10, false],
  ])('%s', (_case, notice, hour, expected) => {
    expect(isShowing(notice, at(hour))).toBe(expected);
  });

  it('asks for each change once, and for none in between', () => {
    expect(dueState(planned, at(7))).toBeNull();
    expect(dueState(planned, at(8))).toBe('standing');
    expect(dueState(standing, at(9))).toBeNull();
    expect(dueState(standing, at(20))).toBe('over');
    expect(dueState({ ...standing, state: 'takenDown' }, at(21))).toBeNull();
  });

  it('goes straight to its end when nobody looked during its whole time', () => {
    expect(dueState(planned, at(21))).toBe('over');
    expect(noticeLife.next('end', 'planned')).toBe('over');
  });

  it('waits for its beginning, then for its end', () => {
    expect(nextBoundary(planned)).toEqual(at(8));
    expect(nextBoundary(standing)).toEqual(at(20));
    expect(nextBoundary({ ...standing, endsAt: null })).toBeNull();
    expect(nextBoundary({ ...standing, state: 'over' })).toBeNull();
  });

  it.each([
    ['greyDay', at(9), null, '灰色日须写明何时结束'],
    ['emergency', at(9), at(7), '结束时间已经过去，请重新选择'],
    ['emergency', at(12), at(11), '结束时间须晚于开始时间'],
    ['greyDay', at(9), new Date(at(9).getTime() + 40 * 86_400_000), '最长 31 天，请改短'],
    ['emergency', new Date(at(9).getTime() + 500 * 86_400_000), null, '开始时间最多提前一年安排'],
  ] as const)('a %s from %s until %s is refused', (kind, startsAt, endsAt, fault) => {
    expect(() => checkedTimes(kind, { startsAt, endsAt }, at(8))).toThrow(fault);
  });

  it('begins at once without a beginning, and a banner may stand until it is taken down', () => {
    expect(checkedTimes('emergency', { startsAt: null, endsAt: null }, at(8))).toEqual({
      startsAt: at(8),
      endsAt: null,
    });
  });
});

describe('横幅与灰色日的范围', () => {
  const town = { id: 5, portalId: 1 };

  it.each([
    ['everywhere', { scope: 'all', portalId: null, siteIds: [] }, true],
    ['in the own network', { scope: 'network', portalId: 1, siteIds: [] }, true],
    ['in another network', { scope: 'network', portalId: 2, siteIds: [] }, false],
    ['on sites that name it', { scope: 'sites', portalId: 1, siteIds: [4, 5] }, true],
    ['on other sites of its network', { scope: 'sites', portalId: 1, siteIds: [4] }, false],
  ] as const)('%s', (_case, reach, expected) => {
    expect(reaches(reach, town)).toBe(expected);
  });

  it('shows the gravest of several, and of equally grave ones the newest', () => {
    const notices = [
      { level: 3, startsAt: at(9), title: '雷电' },
      { level: 1, startsAt: at(7), title: '泄洪' },
      { level: 1, startsAt: at(8), title: '转移' },
    ];

    expect(gravest(notices)?.title).toBe('转移');
    expect(gravest([])).toBeNull();
  });
});

describe('横幅与灰色日的去向', () => {
  it.each(['over', 'takenDown'] as const)('what is %s is not touched again', (state) => {
    expect(noticeLife.movesFrom(state)).toEqual([]);
    expect(() => noticeLife.next('edit', state)).toThrow('不能再改动');
  });
});

describe('横幅的文字', () => {
  const faultsOf = (given: object): string[] =>
    validateSync(
      plainToInstance(PutUpNoticeDto, {
        kind: 'emergency',
        scope: 'network',
        level: 1,
        title: '暴雨红色预警',
        text: '请勿外出。\n看到险情请拨 119。',
        ...given,
      }),
    ).map(({ property }) => property);

  it.each([
    ['title', { title: '暴雨\n红色预警' }],
    ['title', { title: '暴雨\u2028红色预警' }],
    ['title', { title: '暴雨\u0008红色预警' }],
    ['url', { url: 'https://www.shifan.gov.cn/\u202egpj' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['url', { url: '//evil.example/' }],
  ])('%s holds nothing that is not seen or leads elsewhere than it says', (property, given) => {
    expect(faultsOf(given)).toEqual([property]);
  });

  it('may be told in several lines', () => {
    expect(faultsOf({ url: 'https://www.shifan.gov.cn/yj/' })).toEqual([]);
  });
});
