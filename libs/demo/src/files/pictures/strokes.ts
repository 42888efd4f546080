export const WIDTH = 960;
export const HEIGHT = 540;

/** Strokes of which the county's pictures are made; no text, the same on every machine. */
export const rect = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" rx="${radius}"/>`;

export const ellipse = (
  x: number,
  y: number,
  across: number,
  up: number,
  fill: string,
  opacity = 1,
): string => `<ellipse cx="${x}" cy="${y}" rx="${across}" ry="${up}" fill="${fill}" opacity="${opacity}"/>`;

export const circle = (x: number, y: number, radius: number, fill: string, opacity = 1): string =>
  ellipse(x, y, radius, radius, fill, opacity);

/** `points` as SVG writes them: `0,540 430,424 960,452`. */
export const polygon = (points: string, fill: string, opacity = 1): string =>
  `<polygon points="${points}" fill="${fill}" opacity="${opacity}"/>`;

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d: string, stroke: string, width: number, opacity = 1): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" opacity="${opacity}"/>`;

export const repeat = (count: number, draw: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at)).join('');

/** What `draw` draws, in a colour that changes from top to bottom between two heights. */
export function fading(
  from: string,
  to: string,
  [top, bottom]: readonly [number, number],
  draw: (fill: string) => string,
): string {
  const id = `f${[from, to, top, bottom].join('-').replaceAll(/[^\da-z-]/g, '')}`;
  return (
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" y1="${top}" x2="0" y2="${bottom}">` +
    `<stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>${draw(`url(#${id})`)}`
  );
}

/** A soft round light. */
export const glow = (x: number, y: number, radius: number, colour: string, strength = 0.9): string =>
  `<radialGradient id="g${x}-${y}-${radius}"><stop stop-color="${colour}" stop-opacity="${strength}"/>` +
  `<stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>` +
  circle(x, y, radius, `url(#g${x}-${y}-${radius})`);

/** Between two colours written `#rrggbb`. */
export function mix(one: string, other: string, share: number): string {
  const part = (colour: string, at: number): number => parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(one, at) * (1 - share) + part(other, at) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
