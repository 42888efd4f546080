import { ValidateIf } from 'class-validator';

/** The field may be left out, or be null on purpose: 无. What else it holds must keep the rules below. */
export const MayBeNull = (): PropertyDecorator =>
  ValidateIf((_: object, value: unknown) => value !== undefined && value !== null);
