/**
 * Tells other readers to look now. A message carries nothing but its channel: whoever hears it reads
 * the database, so a lost message costs a moment and never a fact.
 */
export abstract class Bus {
  /** Never throws and never waits. */
  abstract publish(channel: string): void;
  /** Returns what ends the subscription. */
  abstract subscribe(channel: string, listener: () => void): () => void;
}
