import { createHash } from 'node:crypto';
import { VisitorSketch } from './visitor-sketch';

const hashOf = (name: string): Buffer => createHash('sha256').update(name).digest();

function sketchOf(from: number, to: number): VisitorSketch {
  const sketch = VisitorSketch.empty();
  for (let each = from; each < to; each += 1) sketch.add(hashOf(`visitor ${each}`));
  return sketch;
}

const errorOf = (sketch: VisitorSketch, truth: number): number => Math.abs(sketch.estimate - truth) / truth;

describe('访客估计', () => {
  it.each([1, 10, 200, 3_000, 8_000, 20_000, 60_000])('tells %i visitors to within 3 %%', (visitors) => {
    expect(errorOf(sketchOf(0, visitors), visitors)).toBeLessThanOrEqual(0.03);
  });

  it('is 0 for nobody, and the same however often somebody comes', () => {
    const sketch = sketchOf(0, 500);
    const before = sketch.estimate;
    for (let again = 0; again < 500; again += 1) sketch.add(hashOf(`visitor ${again}`));

    expect(VisitorSketch.empty().estimate).toBe(0);
    expect(sketch.estimate).toBe(before);
  });

  it('merged stands for everybody, those of both counted once', () => {
    const merged = sketchOf(0, 6_000);
    merged.merge(sketchOf(4_000, 10_000));

    expect(errorOf(merged, 10_000)).toBeLessThanOrEqual(0.03);
    expect(merged.estimate).toBe(sketchOf(0, 10_000).estimate);
  });

  it('survives being written and read, and is small for a quiet site', () => {
    const written = sketchOf(0, 40).toText();

    expect(VisitorSketch.fromText(written).estimate).toBe(sketchOf(0, 40).estimate);
    expect(written.length).toBeLessThan(400);
    expect(sketchOf(0, 60_000).toText().length).toBeLessThan(7_000);
    expect(VisitorSketch.fromText('').toText()).toBe('');
  });

  it('refuses registers of another length', () => {
    expect(() => VisitorSketch.fromText('AwA=')).toThrow('another length');
  });
});
