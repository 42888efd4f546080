import { sources } from './sources';

const specs = sources(['libs', 'apps', 'test'], /spec\.ts$/);

/** A loop over an array literal whose turns are taken as promises: `for (const one of [` … `await expect(one).rejects`. */
const LOOP = /for \(const (\w+) of \[((?:(?!\]\)).)*)\]\)\s*\{?\s*await expect\(\1\)\.rejects/gs;

describe('the specs', () => {
  it('start a refused attempt only when somebody waits for it, or its refusal ends the process', () => {
    const early = specs.flatMap(({ path, text }) =>
      [...text.matchAll(LOOP)].map(({ index }) => `${path}:${text.slice(0, index).split('\n').length}`),
    );

    expect(early).toEqual([]);
  });
});
