import type { IdentityRules } from '../identity-rules';

const DAY = 86_400_000;

export interface PasswordFacts {
  readonly mustChangePassword: boolean;
  readonly passwordChangedAt: Date | null;
}

/** When the present password runs out; null while there is none. */
export function passwordExpiry(changedAt: Date | null, rules: IdentityRules): Date | null {
  return changedAt && new Date(changedAt.getTime() + rules.passwordMaxAgeDays * DAY);
}

/** 须改密：set by somebody else, or older than the rotation allows. */
export function passwordIsDue(facts: PasswordFacts, rules: IdentityRules, now: Date): boolean {
  const expiry = passwordExpiry(facts.passwordChangedAt, rules);
  return facts.mustChangePassword || (expiry !== null && expiry <= now);
}
