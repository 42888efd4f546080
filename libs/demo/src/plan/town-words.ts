import type { Township } from '../county/places';
import type { Chance } from './chance';
import type { Words } from './fill';

/** A township, two of its villages and what it is known for. */
export function townWords(town: Township, chance: Chance): Words {
  const village = chance.pick(town.villages);
  const village2 = chance.pick(town.villages.filter((other) => other !== village));
  const { name, head, product, river } = town;
  return { town: name, head, village, village2, product, river };
}
