/** An address as other machines need it; what cannot be read as one stays as it is. */
export function absolute(path: string, base: string): string {
  return URL.canParse(path, base) ? new URL(path, base).href : path;
}
