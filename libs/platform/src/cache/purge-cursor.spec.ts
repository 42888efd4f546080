import { PURGE_WINDOW_MS, PurgeCursor } from './purge-cursor';

const read = (cursor: PurgeCursor, ids: number[], now: number): number[] => {
  const fresh = ids.filter((id) => cursor.isNew(id));
  fresh.forEach((id) => cursor.note(id, now));
  cursor.settle(now);
  return fresh;
};

describe('清除记录游标', () => {
  it('moves on with each entry read in order', () => {
    const cursor = new PurgeCursor(4);

    expect(read(cursor, [5, 6, 7], 0)).toEqual([5, 6, 7]);
    expect(cursor.settled).toBe(7);
  });

  it('waits at a gap and reads what comes into it later exactly once', () => {
    const cursor = new PurgeCursor(8);

    expect(read(cursor, [10], 0)).toEqual([10]);
    expect(cursor.settled).toBe(8);
    expect(read(cursor, [9, 10], 100)).toEqual([9]);
    expect(cursor.settled).toBe(10);
    expect(read(cursor, [9, 10], 200)).toEqual([]);
  });

  it('gives up a gap only after the window', () => {
    const cursor = new PurgeCursor(8);
    read(cursor, [10, 12], 0);

    cursor.settle(PURGE_WINDOW_MS - 1);
    expect(cursor.settled).toBe(8);

    cursor.settle(PURGE_WINDOW_MS);
    expect(cursor.settled).toBe(12);
    expect(cursor.isNew(9)).toBe(false);
  });

  it('keeps young entries beyond an old gap', () => {
    const cursor = new PurgeCursor(8);
    read(cursor, [10], 0);
    read(cursor, [13], PURGE_WINDOW_MS - 1);

    cursor.settle(PURGE_WINDOW_MS);

    expect(cursor.settled).toBe(10);
    expect(cursor.isNew(11)).toBe(true);
    expect(cursor.isNew(13)).toBe(false);
  });
});
