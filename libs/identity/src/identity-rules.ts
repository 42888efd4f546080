/**
 * 账号与登录的数字规定：every figure of this library, in one place.
 *
 * The sources are GB/T 22239-2019 8.1.4.1 (grade 3) and the county and city regulations on accounts
 * (one person one account, password changed every three months). An installation that is held to other
 * figures provides its own instance.
 */
export class IdentityRules {
  readonly passwordMinLength: number = 12;
  /** Bounds the work of hashing. */
  readonly passwordMaxLength: number = 128;
  /** Of lower case, upper case, digits, everything else. */
  readonly passwordMinClasses: number = 3;
  /** How many of the latest passwords may not come back, the present one included. */
  readonly passwordHistory: number = 5;
  readonly passwordMaxAgeDays: number = 90;

  /** Wrong passwords for one name before it is locked. */
  readonly failuresPerName: number = 5;
  readonly failuresPerAddress: number = 20;
  /** Both counters forget after this, and a lock lasts as long. */
  readonly lockMinutes: number = 15;

  readonly sessionIdleMinutes: number = 30;
  readonly sessionIdleMinutesForOfficers: number = 10;
  readonly sessionHours: number = 12;
  /** `lastSeenAt` is not written more often than this. */
  readonly lastSeenSeconds: number = 60;

  readonly linkHours: number = 72;
  /** An account unused for so long is flagged for the security administrator. */
  readonly dormantDays: number = 90;

  constructor(figures: Partial<IdentityRules> = {}) {
    Object.assign(this, figures);
  }
}
