import type { AnyAbility } from '@casl/ability';
import { rulesToCondition } from '@casl/ability/extra';
import { allowAll, denyAll } from '@zhanqun/kernel';
import type { Ctx } from '@zhanqun/kernel';
import { entityColumns } from './entity-facts';
import { allOf, In, LessThan, LessThanOrEqual, MoreThan, MoreThanOrEqual, noneOf } from './where';
import type { Filter, Where } from './where';

type EntityClass<E> = (new () => E) & { readonly modelName?: string };
type Kind = 'number' | 'string' | 'boolean' | 'date' | 'json';

/** CASL's tree of one rule's conditions. */
interface Condition {
  readonly operator: string;
  readonly value: unknown;
  readonly field?: string;
}

const comparisons = {
  lt: { operator: LessThan, holds: (order: number) => order < 0 },
  lte: { operator: LessThanOrEqual, holds: (order: number) => order <= 0 },
  gt: { operator: MoreThan, holds: (order: number) => order > 0 },
  gte: { operator: MoreThanOrEqual, holds: (order: number) => order >= 0 },
} as const;

/**
 * The rows of an entity this person may see, as a condition: `find({ where: allOf(readable(ctx, Article), …) })`.
 *
 * The same rules that answer a click, so a list never shows what a click would refuse. Empty values
 * decide as they do in memory. An operator the database cannot answer alike is a fault of the program;
 * an ability without rules to read allows nothing.
 */
export function readable<E extends object>(ctx: Ctx, entity: EntityClass<E>, action = 'read'): Where<E> {
  if (ctx.ability === allowAll) return {};
  if (ctx.ability === denyAll || !hasRules(ctx.ability)) return [];
  const kinds = columnKinds(entity);
  const rules = ctx.ability.rulesFor(action, entity.modelName ?? entity.name);
  return (
    rulesToCondition<AnyAbility, Where<E>, Where<E>>(
      rules,
      (rule) => {
        if (!rule.ast) throw new Error('a rule with conditions has no condition tree');
        const where = translate<E>(rule.ast as Condition, kinds);
        return rule.inverted ? noneOf(where) : where;
      },
      { and: (parts) => allOf(...parts), or: (parts) => parts, empty: () => ({}) },
    ) ?? []
  );
}

function hasRules(ability: object): ability is AnyAbility {
  return 'rulesFor' in ability && typeof ability.rulesFor === 'function';
}

function translate<E>(condition: Condition, kinds: ReadonlyMap<string, Kind>): Where<E> {
  const { operator, value, field } = condition;
  if (operator === 'and') return allOf(...(value as Condition[]).map((part) => translate<E>(part, kinds)));
  if (operator === 'or') return (value as Condition[]).map((part) => translate<E>(part, kinds));
  if (operator === 'not') return noneOf(...(value as Condition[]).map((part) => translate<E>(part, kinds)));
  if (field === undefined) throw unknownOperator(operator);
  return fieldCondition<E>(field, operator, value, kinds.get(field));
}

function fieldCondition<E>(
  field: string,
  operator: string,
  value: unknown,
  kind: Kind | undefined,
): Where<E> {
  const is = (wanted: unknown): Filter<E> => ({ [field]: wanted }) as Filter<E>;
  switch (operator) {
    case 'eq':
      return equals(is, value, kind);
    case 'ne':
      return noneOf(equals(is, value, kind));
    case 'in':
      return within(is, value, kind);
    case 'nin':
      return noneOf(within(is, value, kind));
    case 'exists':
      return (kind !== undefined) === value ? {} : [];
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      if (kind === undefined || !fits(value, kind))
        throw new Error(`${field} cannot be compared with ${String(value)}`);
      const { operator: comparison, holds } = comparisons[operator];
      const compared = is(comparison(value as never));
      return holds(orderOfEmpty(value)) ? [compared, is(null)] : compared;
    }
    default:
      throw unknownOperator(operator);
  }
}

function equals<E>(is: (wanted: unknown) => Filter<E>, value: unknown, kind: Kind | undefined): Where<E> {
  if (value === null) return kind === undefined ? {} : is(null);
  return fits(value, kind) ? is(value) : [];
}

function within<E>(is: (wanted: unknown) => Filter<E>, value: unknown, kind: Kind | undefined): Where<E> {
  if (!Array.isArray(value)) throw new Error('$in takes a list');
  if (kind === undefined) return [];
  const values = value.filter((item) => fits(item, kind));
  return value.includes(null) ? [is(In(values)), is(null)] : is(In(values));
}

/** In memory a text is never equal to a number; the database must not be kinder. */
function fits(value: unknown, kind: Kind | undefined): boolean {
  if (kind === 'json') throw new Error('a JSON column cannot stand in a permission rule');
  if (kind === 'date') return value instanceof Date;
  return typeof value === kind;
}

/** How an empty value stands to another one in memory, where `null` compares as 0. */
function orderOfEmpty(value: unknown): number {
  const other = value instanceof Date ? value.getTime() : value;
  return typeof other === 'number' && other < 0 ? 1 : -1;
}

function columnKinds(entity: new () => object): ReadonlyMap<string, Kind> {
  return new Map(entityColumns(entity).map(({ name, type }) => [name, kindOf(type)]));
}

function kindOf(type: string): Kind {
  if (type === 'int' || type === 'bigint') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'datetime') return 'date';
  return type === 'simple-json' ? 'json' : 'string';
}

function unknownOperator(operator: string): Error {
  return new Error(`a list cannot be filtered by the permission operator ${operator}`);
}
