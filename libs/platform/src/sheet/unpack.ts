import { unzipSync } from 'fflate';

export interface UnpackBounds {
  /** Of all wanted files together, unpacked. */
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/** The archive is broken, or what is wanted of it would be larger than allowed. */
export class UnpackRefused extends Error {
  constructor(
    readonly fault: 'broken' | 'bomb',
    options?: ErrorOptions,
  ) {
    super(`archive refused: ${fault}`, options);
  }
}

/**
 * The wanted files of a ZIP, in memory. What the table of contents announces is added up before anything is
 * unpacked, and no file grows beyond what was announced for it, so a bomb costs nothing.
 */
export function unpack(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  { maxBytes, maxFiles }: UnpackBounds,
): ReadonlyMap<string, Uint8Array> {
  let announced = 0;
  let files = 0;
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isWanted(name)) return false;
        announced += originalSize;
        files += 1;
        if (announced > maxBytes || files > maxFiles) throw new UnpackRefused('bomb');
        return true;
      },
    });
    return new Map(Object.entries(found));
  } catch (error) {
    if (error instanceof UnpackRefused) throw error;
    throw new UnpackRefused('broken', { cause: error });
  }
}
