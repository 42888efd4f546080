import { ellipse, fading, mix, polygon, rect, repeat } from './strokes';

const GLASS = (y: number, height: number, draw: (fill: string) => string): string =>
  fading('#c4dcea', '#6f9cba', [y, y + height], draw);

/** A house of the county: white walls, grey tiles with lifted eaves, a stone foot. */
export function house(x: number, y: number, width: number, wall = '#f6f2e8', roof = '#59656f'): string {
  const wallTop = y - width * 0.58;
  const at = (dx: number, up: number): string => `${x + width * dx},${y - width * up}`;
  const opening = (dx: number): string =>
    GLASS(
      y - width * 0.44,
      width * 0.18,
      (fill) =>
        rect(x + width * dx - 2, y - width * 0.45, width * 0.2 + 4, width * 0.2, '#7a6a58') +
        rect(x + width * dx, y - width * 0.44, width * 0.2, width * 0.18, fill),
    );
  return (
    ellipse(x + width / 2, y, width * 0.62, width * 0.07, '#1d3327', 0.18) +
    fading(wall, mix(wall, '#c9bda6', 0.45), [wallTop, y], (fill) =>
      rect(x, wallTop, width, width * 0.58, fill),
    ) +
    rect(x, y - width * 0.08, width, width * 0.08, mix(wall, '#8d8573', 0.6)) +
    fading(mix(roof, '#ffffff', 0.16), mix(roof, '#1c2328', 0.2), [y - width, wallTop], (fill) =>
      polygon(
        [
          at(-0.14, 0.6),
          at(-0.02, 0.62),
          at(0.2, 0.92),
          at(0.8, 0.92),
          at(1.02, 0.62),
          at(1.14, 0.6),
          at(1.1, 0.55),
          at(-0.1, 0.55),
        ].join(' '),
        fill,
      ),
    ) +
    rect(x + width * 0.18, y - width * 0.94, width * 0.64, width * 0.035, mix(roof, '#11161a', 0.35)) +
    rect(x + width * 0.41, y - width * 0.36, width * 0.18, width * 0.36, '#7b4a30') +
    rect(x + width * 0.495, y - width * 0.36, width * 0.012, width * 0.36, '#5a3420') +
    opening(0.12) +
    opening(0.68)
  );
}

/** A public building: a tall middle with columns and steps, wings with rows of windows. */
export function building(
  x: number,
  y: number,
  width: number,
  height: number,
  wall: string,
  trim: string,
): string {
  const shade = mix(wall, '#8b8f90', 0.32);
  const middle = width * 0.3;
  const left = x + (width - middle) / 2;
  const rows = Math.max(2, Math.floor(height / 50));
  const wing = (from: number, across: number): string =>
    fading(wall, shade, [y - height, y], (fill) => rect(from, y - height, across, height, fill)) +
    rect(from, y - height - 8, across, 10, mix(wall, '#6b6f70', 0.45)) +
    repeat(rows, (row) => {
      const top = y - height + 18 + row * ((height - 24) / rows);
      const columns = Math.max(3, Math.round(across / 38));
      return repeat(columns, (column) =>
        GLASS(top, 26, (fill) =>
          rect(from + (across / columns) * (column + 0.22), top, (across / columns) * 0.56, 26, fill),
        ),
      );
    });
  const porch = 76;
  return (
    ellipse(x + width / 2, y + 4, width * 0.56, 14, '#22302b', 0.22) +
    wing(x, (width - middle) / 2) +
    wing(left + middle, (width - middle) / 2) +
    fading(mix(wall, '#ffffff', 0.35), shade, [y - height * 1.2, y], (fill) =>
      rect(left, y - height * 1.16, middle, height * 1.16, fill),
    ) +
    rect(left - 8, y - height * 1.16 - 10, middle + 16, 14, trim) +
    repeat(4, (at) =>
      GLASS(y - height * 1.1, height, (fill) =>
        rect(
          left + (middle / 4) * (at + 0.18),
          y - height * 1.1 + 10,
          (middle / 4) * 0.64,
          height * 1.1 - porch - 26,
          fill,
        ),
      ),
    ) +
    rect(left - 20, y - porch - 12, middle + 40, 14, trim) +
    rect(left - 8, y - porch + 2, middle + 16, porch, mix(wall, '#5b6b72', 0.55)) +
    repeat(5, (at) =>
      rect(left - 10 + (middle + 6) * (at / 4), y - porch + 2, 14, porch, mix(wall, '#ffffff', 0.5)),
    ) +
    repeat(3, (at) =>
      rect(
        left - 26 - at * 12,
        y - 10 + at * 6,
        middle + 52 + at * 24,
        7,
        mix(wall, '#9a9c98', 0.3 + at * 0.1),
      ),
    )
  );
}
