const ROWS = 2;

/**
 * How often each of many keys was seen, in memory of fixed size whatever anybody sends: a count-min sketch
 * (Cormode, Muthukrishnan: “An improved data stream summary”, 2005). It may tell too much when very many
 * keys share it, never too little.
 */
export class RateSketch {
  private readonly cells: Uint16Array;

  constructor(private readonly width: number) {
    this.cells = new Uint16Array(width * ROWS);
  }

  /** Notes one more of the key, given by two 32-bit hashes of it; answers how many that makes. */
  note(hashes: readonly [number, number]): number {
    let least = 0xffff;
    for (let row = 0; row < ROWS; row += 1) {
      const at = row * this.width + ((hashes[row] as number) % this.width);
      const count = Math.min((this.cells[at] as number) + 1, 0xffff);
      this.cells[at] = count;
      if (count < least) least = count;
    }
    return least;
  }

  clear(): void {
    this.cells.fill(0);
  }
}
