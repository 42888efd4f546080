import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Work of one argon2id hash. */
export interface HashCost {
  /** KiB of memory. */
  readonly memoryCost: number;
  /** Passes over the memory. */
  readonly timeCost: number;
  readonly parallelism: number;
}

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
export const OWASP_COST: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** 密码散列：argon2id. Text is normalised, so that the same keys on another input method match. */
export class PasswordHasher {
  private decoy?: Promise<string>;

  constructor(private readonly cost: HashCost = OWASP_COST) {}

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), this.cost);
  }

  /**
   * Whether the password belongs to the hash. Without a hash (unknown account, or one without a
   * password yet) the same work is done against a decoy, so that the answer takes as long.
   */
  async verify(stored: string | null, password: string): Promise<boolean> {
    this.decoy ??= this.hash('no password has this hash');
    const matches = await verify(stored ?? (await this.decoy), password.normalize('NFKC'));
    return stored !== null && matches;
  }

  /** Whether the hash was made at another cost and is due to be made again. */
  isOutdated(stored: string): boolean {
    const made = parseOptions(stored);
    return (
      made.memoryCost !== this.cost.memoryCost ||
      made.timeCost !== this.cost.timeCost ||
      made.parallelism !== this.cost.parallelism
    );
  }
}
