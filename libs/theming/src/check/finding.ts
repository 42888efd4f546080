export type Severity = 'error' | 'warning' | 'advice';

/** One thing that `theme check` found. */
export interface ThemeFinding {
  /** `T030` */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in Chinese. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  readonly template: string | null;
  readonly line: number | null;
}

export interface Problem {
  readonly message: string;
  readonly template?: string;
  readonly line?: number;
}
