import { ValidateIf } from 'class-validator';

/**
 * The field must be there, although the class it extends lets it be left out. A leave to lack is inherited with the
 * field: stating further rules for it in the class below does not take it away, this does.
 */
export const MustHave = (): PropertyDecorator => ValidateIf(() => true);
