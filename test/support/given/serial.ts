/** Numbers what is made, so that nothing made twice has the same name. */
export class Serial {
  private last = 0;

  next(): number {
    this.last += 1;
    return this.last;
  }
}
