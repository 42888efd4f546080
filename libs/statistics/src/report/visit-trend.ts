import { addDays, daysBetween } from '@zhanqun/kernel';
import type { Days } from '../days';

export const TREND_UNITS = ['hour', 'day', 'month'] as const;
export type TrendUnit = (typeof TREND_UNITS)[number];

/** A day, or a month that was rolled up, as it is stored. */
export interface PeriodTotal {
  readonly period: string;
  readonly views: number;
  readonly visitors: number;
  readonly hours: readonly number[];
}

export interface TrendPoint {
  /** `09`, `2026-03-05` or `2026-03`. */
  readonly key: string;
  readonly hits: number;
  /** Null by hour: visitors are estimated by day. */
  readonly visitors: number | null;
}

/** 趋势: the span in equal steps, those without a visit included. */
export function trendOf(totals: readonly PeriodTotal[], days: Days, unit: TrendUnit): readonly TrendPoint[] {
  if (unit === 'hour') {
    return Array.from({ length: 24 }, (_, hour) => ({
      key: String(hour).padStart(2, '0'),
      hits: totals.reduce((sum, { hours }) => sum + (hours[hour] ?? 0), 0),
      visitors: null,
    }));
  }
  const length = unit === 'day' ? 10 : 7;
  const points = new Map<string, { hits: number; visitors: number }>(
    allDays(days).map((day) => [day.slice(0, length), { hits: 0, visitors: 0 }] as const),
  );
  for (const { period, views, visitors } of totals) {
    const point = points.get(period.slice(0, length));
    if (!point) continue;
    point.hits += views;
    point.visitors += visitors;
  }
  return [...points].map(([key, point]) => ({ key, ...point }));
}

/** 上一周期: as many days, right before. */
export function periodBefore({ from, to }: Days): Days {
  const span = daysBetween(from, to) + 1;
  return { from: addDays(from, -span), to: addDays(from, -1) };
}

const allDays = ({ from, to }: Days): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, nth) => addDays(from, nth));
