/**
 * The character that tells a site from its neighbours: names of one county begin alike, so what
 * several of them share at the front is passed over.
 */
export function siteMark(name: string, names: readonly string[]): string {
  let start = 0;
  while (start < name.length - 1 && isCommon(name.slice(0, start + 1), names)) start += 1;
  const [first] = name.slice(start);
  return first ?? '站';
}

const isCommon = (front: string, names: readonly string[]): boolean =>
  names.filter((each) => each.startsWith(front)).length > 2;
