import type { BlockField } from './block-field';
import type { BlockType } from './block-type';
import { isEmptyValue, readValue } from './field-value';

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** The settings of a block as its type declares them: defaults filled in, unknown names left out. */
export function readSettings(
  { fields }: Pick<BlockType, 'fields'>,
  given: Readonly<Record<string, unknown>>,
): { readonly settings: Record<string, unknown>; readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  const settings: Record<string, unknown> = {};
  for (const field of fields) {
    const { value, fault } = readValue(field, given[field.key]);
    settings[field.key] = value;
    if (fault !== null) faults.push({ field: field.key, message: `${field.label}${fault}` });
  }
  for (const key of Object.keys(given))
    if (!fields.some((field) => field.key === key))
      faults.push({ field: key, message: `没有“${key}”这一项设置` });
  return { settings, faults };
}

/** Fields that must be filled before citizens see the block. */
export function missingIn(
  { fields }: Pick<BlockType, 'fields'>,
  settings: Readonly<Record<string, unknown>>,
): readonly FieldFault[] {
  const isMissing = ({ key, isRequired }: BlockField): boolean =>
    isRequired === true && isEmptyValue(settings[key]);
  return fields.filter(isMissing).map(({ key, label }) => ({ field: key, message: `${label}必须填写` }));
}
