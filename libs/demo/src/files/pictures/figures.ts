import { circle, ellipse, mix, path, rect } from './strokes';

const SKIN = '#e6bd9c';
const HAIR = '#2a2728';

/** A person seen from the front and from afar. */
export function person(x: number, y: number, size: number, coat: string): string {
  const up = (part: number): number => y - size * part;
  const side = (part: number): number => x + size * part;
  return (
    ellipse(x, y, size * 0.24, size * 0.04, '#20302a', 0.2) +
    path(
      `M${side(-0.2)} ${y} L${side(-0.21)} ${up(0.46)} Q${side(-0.2)} ${up(0.68)} ${x} ${up(0.7)} Q${side(0.2)} ${up(0.68)} ${side(0.21)} ${up(0.46)} L${side(0.2)} ${y} Z`,
      coat,
    ) +
    path(
      `M${x} ${up(0.7)} Q${side(0.2)} ${up(0.68)} ${side(0.21)} ${up(0.46)} L${side(0.2)} ${y} L${side(0.05)} ${y} Z`,
      mix(coat, '#000000', 0.2),
    ) +
    rect(side(-0.045), up(0.76), size * 0.09, size * 0.09, mix(SKIN, '#a9774f', 0.3)) +
    ellipse(x, up(0.85), size * 0.105, size * 0.125, SKIN) +
    path(
      `M${side(-0.115)} ${up(0.86)} Q${side(-0.13)} ${up(1.0)} ${x} ${up(1.0)} Q${side(0.13)} ${up(1.0)} ${side(0.115)} ${up(0.86)} Q${side(0.07)} ${up(0.94)} ${x} ${up(0.93)} Q${side(-0.07)} ${up(0.94)} ${side(-0.115)} ${up(0.86)} Z`,
      HAIR,
    )
  );
}

/** Somebody sitting with the back to us: hair, collar, shoulders. */
export const listener = (x: number, y: number, size: number, coat: string): string =>
  path(
    `M${x - size * 0.36} ${y} Q${x - size * 0.36} ${y - size * 0.46} ${x - size * 0.1} ${y - size * 0.52} L${x + size * 0.1} ${y - size * 0.52} Q${x + size * 0.36} ${y - size * 0.46} ${x + size * 0.36} ${y} Z`,
    coat,
  ) +
  rect(x - size * 0.08, y - size * 0.6, size * 0.16, size * 0.12, mix(SKIN, '#a9774f', 0.25)) +
  ellipse(x, y - size * 0.74, size * 0.17, size * 0.2, HAIR) +
  circle(x - size * 0.05, y - size * 0.82, size * 0.07, '#4b4647', 0.5);
