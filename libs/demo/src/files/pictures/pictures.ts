import { FARMLAND } from './farmland';
import { LANDSCAPE } from './landscape';
import type { Scene } from './scene';
import { HEIGHT, WIDTH } from './strokes';
import { TOWN } from './town';

/** The county's pictures by name: alternative text and drawing. */
export const PICTURES: Readonly<Record<string, Scene>> = { ...TOWN, ...LANDSCAPE, ...FARMLAND };

/** The picture as SVG. */
export function drawing(name: string): string {
  const picture = PICTURES[name];
  if (!picture) throw new Error(`no picture ${name}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${picture.art()}</svg>`;
}
