import { AA, contrast, readable } from './contrast';

describe('对比度', () => {
  it.each([
    ['#000000', '#FFFFFF', 21],
    ['#FFFFFF', '#FFFFFF', 1],
    ['#767676', '#FFFFFF', 4.54],
    ['red', '#FFFFFF', 0],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  });

  it.each([
    ['#FFD700', '#FFFFFF'],
    ['#B3141B', '#FFFFFF'],
    ['#223344', '#111111'],
  ])('is enough once %s on %s was made readable, and no colour is changed without need', (colour, ground) => {
    expect(contrast(readable(colour, ground), ground)).toBeGreaterThanOrEqual(AA);
    expect(readable('#B3141B', '#FFFFFF')).toBe('#B3141B');
  });
});
