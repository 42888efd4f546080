import { ValidateIf } from 'class-validator';

/** The field may be left out. Null is refused like any other wrong value; `IsOptional` would let it through unseen. */
export const MayLack = (): PropertyDecorator =>
  ValidateIf((_: object, value: unknown) => value !== undefined);
