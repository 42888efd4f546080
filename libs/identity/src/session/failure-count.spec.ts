import { addressKey, countFailure, isLocked, minutesLeft, type FailureCount } from './failure-count';

const start = new Date('2026-03-05T02:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const limit = { failures: 5, minutes: 15 };

const failing = (times: number, now = start): FailureCount => {
  let count: FailureCount | null = null;
  for (let time = 0; time < times; time += 1) count = countFailure(count, limit, now);
  return count as FailureCount;
};

describe('登录失败计数', () => {
  it('locks at the fifth failure, for fifteen minutes', () => {
    expect(isLocked(failing(4), start)).toBe(false);
    expect(failing(5).lockedUntil).toEqual(after(15));
    expect(isLocked(failing(5), after(14))).toBe(true);
    expect(isLocked(failing(5), after(15))).toBe(false);
  });

  it('begins again after a lock and after a quiet quarter of an hour', () => {
    expect(countFailure(failing(5), limit, after(15))).toMatchObject({ failures: 1, lockedUntil: null });
    expect(countFailure(failing(4), limit, after(15))).toMatchObject({ failures: 1 });
    expect(countFailure(failing(4), limit, after(14))).toMatchObject({ failures: 5 });
  });

  it('tells the time left in whole minutes, never none', () => {
    expect(minutesLeft(after(15), start)).toBe(15);
    expect(minutesLeft(after(15), new Date(after(15).getTime() - 1))).toBe(1);
  });

  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::77', '2001:db8:1:2::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('counts %s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
