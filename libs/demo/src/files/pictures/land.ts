import { Chance } from '../../plan/chance';
import {
  circle,
  ellipse,
  fading,
  glow,
  HEIGHT,
  line,
  mix,
  path,
  polygon,
  rect,
  repeat,
  WIDTH,
} from './strokes';

const MIST = '#f2f6f4';

/** Sky with thin clouds; with a place for the sun where it is seen. */
export function sky(top: string, bottom: string, sun?: readonly [number, number]): string {
  const chance = new Chance(top + bottom);
  const clouds = repeat(5, () => {
    const x = chance.whole(40, WIDTH - 40);
    const y = chance.whole(40, 190);
    const across = chance.whole(90, 210);
    return (
      ellipse(x, y, across, 9, '#ffffff', 0.34) +
      ellipse(x + across * 0.3, y - 9, across * 0.5, 8, '#ffffff', 0.3)
    );
  });
  const light = sun
    ? glow(sun[0], sun[1], 260, '#fff3cf', 0.95) + circle(sun[0], sun[1], 38, '#fff8e6', 0.95)
    : '';
  return fading(top, bottom, [0, 380], (fill) => rect(0, 0, WIDTH, HEIGHT, fill)) + light + clouds;
}

/** A range of hills whose crest swings around `y` and whose foot stands in mist. */
export function range(name: string, y: number, swing: number, fill: string, foot = 170): string {
  const chance = new Chance(name);
  const waves = [1, 2.3, 4.7, 9.1].map((speed, at) => ({
    speed: speed * (0.8 + chance.next() * 0.5),
    height: swing * [0.62, 0.36, 0.16, 0.06][at]!,
    shift: chance.next() * 7,
  }));
  const crest = (x: number): number =>
    y -
    waves.reduce(
      (sum, { speed, height, shift }) => sum + height * Math.sin((x / WIDTH) * 4 * speed + shift),
      0,
    );
  let d = `M0 ${HEIGHT}`;
  for (let x = 0; x <= WIDTH; x += 16) d += ` L${x} ${Math.round(crest(x))}`;
  return fading(fill, mix(fill, MIST, 0.62), [y - swing, y + foot], (shade) =>
    path(`${d} L${WIDTH} ${HEIGHT} Z`, shade),
  );
}

/** Level ground: paler where it is far away. */
export const ground = (y: number, fill: string): string =>
  fading(mix(fill, MIST, 0.34), fill, [y, y + 110], (shade) => rect(0, y, WIDTH, HEIGHT - y, shade));

export const farHills = (): string =>
  range('far', 262, 46, '#9fbdb6') +
  range('middle', 306, 34, '#84ab98') +
  range('near', 346, 26, '#6a987d', 120);

/** Still water inside an outline, with light lying on it. */
export function water(outline: string, fill = '#5d9fbe'): string {
  const chance = new Chance(outline);
  return (
    fading(mix(fill, '#e6f2f6', 0.62), fill, [330, HEIGHT], (shade) => path(outline, shade)) +
    repeat(9, () => {
      const y = chance.whole(400, 525);
      const x = chance.whole(260, 560);
      return line(`M${x} ${y} h${chance.whole(20, 46)}`, '#ffffff', 2, 0.5);
    })
  );
}

const shadow = (x: number, y: number, across: number): string =>
  ellipse(x, y, across, across * 0.16, '#1d3327', 0.2);

/** A conifer: three tiers, the right side in shade. */
export function tree(x: number, y: number, size: number, fill = '#2f6b46'): string {
  const dark = mix(fill, '#0f2a1d', 0.34);
  const tier = (top: number, foot: number, half: number): string =>
    polygon(`${x - half},${y - size * foot} ${x},${y - size * top} ${x + half},${y - size * foot}`, fill) +
    polygon(`${x},${y - size * top} ${x + half},${y - size * foot} ${x},${y - size * (foot - 0.03)}`, dark);
  return (
    shadow(x, y, size * 0.3) +
    rect(x - size * 0.04, y - size * 0.22, size * 0.08, size * 0.22, '#5a4230') +
    tier(0.62, 0.16, size * 0.34) +
    tier(0.82, 0.38, size * 0.27) +
    tier(1, 0.6, size * 0.19)
  );
}

/** A broad-leaved tree: a crown of several rounds, lit from the upper left. */
export function roundTree(x: number, y: number, size: number, fill = '#3f7d4f'): string {
  const leaf = (dx: number, dy: number, radius: number, colour: string): string =>
    circle(x + size * dx, y - size * dy, size * radius, colour);
  const dark = mix(fill, '#12301f', 0.32);
  return (
    shadow(x, y, size * 0.36) +
    rect(x - size * 0.045, y - size * 0.42, size * 0.09, size * 0.42, '#5f4632') +
    leaf(0.12, 0.5, 0.26, dark) +
    leaf(-0.18, 0.52, 0.24, mix(fill, dark, 0.4)) +
    leaf(0, 0.7, 0.29, fill) +
    leaf(-0.09, 0.77, 0.15, mix(fill, '#e9f2c9', 0.26)) +
    leaf(0.2, 0.64, 0.13, mix(fill, dark, 0.25))
  );
}

/** Bands that follow a slope: terraces, rows of tea, furrows. */
export function bands(colours: readonly string[], from: number, step: number, swing: number): string {
  return colours
    .map((colour, at) => {
      const y = from + at * step;
      const lift = swing * (1 - at / (colours.length * 1.6));
      const edge = `M0 ${y + 40} C200 ${y - lift} 380 ${y + 46} 520 ${y + 8} S820 ${y - lift * 0.7} 960 ${y + 22}`;
      return (
        fading(
          mix(colour, '#fff8dc', 0.22),
          mix(colour, '#23402c', 0.12),
          [y - lift, y + step + 50],
          (fill) => path(`${edge} L960 ${HEIGHT} L0 ${HEIGHT} Z`, fill),
        ) + line(edge, mix(colour, '#ffffff', 0.45), 3, 0.7)
      );
    })
    .join('');
}

/** A row of trees along a bank or a road, nearer ones larger. */
export const grove = (
  x: number,
  step: number,
  y: number,
  count: number,
  size: number,
  fill?: string,
): string => repeat(count, (at) => roundTree(x + at * step, y + (at % 3) * 14, size + (at % 2) * 12, fill));
