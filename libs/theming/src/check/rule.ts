import type { Problem, Severity } from './finding';
import type { ThemeSubject } from './theme-subject';

/** One rule of `theme check`; `rules/index.ts` lists them all. */
export interface ThemeRule {
  readonly code: string;
  readonly severity: Severity;
  readonly help: string;
  check(subject: ThemeSubject): Iterable<Problem>;
}
