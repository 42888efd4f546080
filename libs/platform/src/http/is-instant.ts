import { isISO8601, ValidateBy, type ValidationOptions } from 'class-validator';

/**
 * An instant as text. ISO 8601 also writes weeks (`2026-W48-1`) and days of the year, which no `Date` reads: what
 * came of them would be compared, stored and waited for, and be no time at all.
 */
export const isInstant = (value: unknown): boolean =>
  isISO8601(value, { strict: true }) && !Number.isNaN(new Date(value as string).getTime());

export const IsInstant = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isISO8601', validator: { validate: isInstant } }, options);
