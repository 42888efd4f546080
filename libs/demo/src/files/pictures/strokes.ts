import { Chance } from '../../plan/chance';

export const WIDTH = 960;
export const HEIGHT = 540;

/** Strokes of which the county's pictures are made; flat colours, no text, the same on every machine. */
export const rect = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" rx="${radius}"/>`;

export const circle = (x: number, y: number, radius: number, fill: string, opacity = 1): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" opacity="${opacity}"/>`;

export const polygon = (points: readonly (readonly [number, number])[], fill: string, opacity = 1): string =>
  `<polygon points="${points.map(([x, y]) => `${x},${y}`).join(' ')}" fill="${fill}" opacity="${opacity}"/>`;

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d: string, stroke: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;

export function sky(top: string, bottom: string): string {
  return (
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/>` +
    `<stop offset="1" stop-color="${bottom}"/></linearGradient></defs>${rect(0, 0, WIDTH, HEIGHT, 'url(#sky)')}`
  );
}

/** A range of hills whose crest swings around `y`. */
export function range(name: string, y: number, swing: number, fill: string): string {
  const chance = new Chance(name);
  const step = 120;
  let d = `M0 ${HEIGHT} L0 ${y + chance.whole(-swing, swing)}`;
  for (let x = step; x <= WIDTH; x += step) {
    const crest = y + chance.whole(-swing, swing);
    d += ` Q${x - step / 2} ${crest - chance.whole(0, swing)} ${x} ${crest}`;
  }
  return path(`${d} L${WIDTH} ${HEIGHT} Z`, fill);
}

export const tree = (x: number, y: number, size: number, fill = '#2f6b46'): string =>
  rect(x - size * 0.06, y - size * 0.3, size * 0.12, size * 0.3, '#6b4a2f') +
  polygon(
    [
      [x - size * 0.36, y - size * 0.26],
      [x, y - size],
      [x + size * 0.36, y - size * 0.26],
    ],
    fill,
  );

export const roundTree = (x: number, y: number, size: number, fill = '#3f7d4f'): string =>
  rect(x - size * 0.06, y - size * 0.4, size * 0.12, size * 0.4, '#6b4a2f') +
  circle(x, y - size * 0.62, size * 0.36, fill);

/** A house with a pitched roof, its door in the middle. */
export const house = (x: number, y: number, width: number, wall = '#f4efe4', roof = '#59656f'): string =>
  rect(x, y - width * 0.6, width, width * 0.6, wall) +
  polygon(
    [
      [x - width * 0.1, y - width * 0.58],
      [x + width / 2, y - width],
      [x + width * 1.1, y - width * 0.58],
    ],
    roof,
  ) +
  rect(x + width * 0.42, y - width * 0.32, width * 0.16, width * 0.32, '#8a5a3c') +
  rect(x + width * 0.12, y - width * 0.44, width * 0.18, width * 0.16, '#9fc3d6') +
  rect(x + width * 0.7, y - width * 0.44, width * 0.18, width * 0.16, '#9fc3d6');

/** A public building: windows in rows, an entrance, a flat roof. */
export function building(
  x: number,
  y: number,
  width: number,
  height: number,
  wall: string,
  trim: string,
): string {
  const rows = Math.floor(height / 58);
  const columns = Math.floor(width / 52);
  const gap = width / columns;
  let windows = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const isDoor = row === rows - 1 && Math.abs(column - (columns - 1) / 2) < 1.1;
      if (!isDoor)
        windows += rect(x + gap * column + gap * 0.22, y - height + 22 + row * 58, gap * 0.56, 32, '#9cc4dc');
    }
  }
  return (
    rect(x, y - height, width, height, wall) +
    rect(x - 8, y - height - 10, width + 16, 14, trim) +
    windows +
    rect(x + width / 2 - 34, y - 62, 68, 62, trim) +
    rect(x + width / 2 - 2, y - 62, 4, 62, wall)
  );
}

/** A person seen from afar. */
export const person = (x: number, y: number, size: number, coat: string): string =>
  circle(x, y - size * 0.86, size * 0.14, '#e3b896') +
  path(
    `M${x - size * 0.22} ${y} L${x - size * 0.18} ${y - size * 0.66} Q${x} ${y - size * 0.8} ${x + size * 0.18} ${y - size * 0.66} L${x + size * 0.22} ${y} Z`,
    coat,
  );

/** Terraces: bands that follow the slope. */
export function terraces(colours: readonly string[]): string {
  return colours
    .map((colour, at) => {
      const y = 250 + at * 46;
      return path(
        `M0 ${y + 40} Q240 ${y - 34} 480 ${y + 14} T960 ${y - 12} L960 ${HEIGHT} L0 ${HEIGHT} Z`,
        colour,
      );
    })
    .join('');
}
