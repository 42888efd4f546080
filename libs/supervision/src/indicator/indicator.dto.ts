export class IndicatorView {
  code: string;
  name: string;
  part: string;
  ruleText: string;
  source: string;
  status: string;
  window: string | null;
  threshold: number;
  points: number;
  isEnabled: boolean;
  /** Measured by the daily patrol; the others are recorded by people. */
  isAutomatic: boolean;
}
