/** A plain payload class: its fields are JSON values, its static `kind` names it for ever. */
export type JobEventClass<E extends object = object> = (new (...args: never[]) => E) & {
  readonly kind?: string;
};

const classes = new Map<string, JobEventClass>();

/**
 * Declares a kind of job, so that the worker refuses to start when nobody handles it. The kind may be
 * given here or as `static readonly kind`.
 */
export function JobEvent(kind?: string): (target: JobEventClass) => void {
  return (target) => {
    if (kind !== undefined) Object.defineProperty(target, 'kind', { value: kind, enumerable: true });
    const declared = kindOf(target);
    const other = classes.get(declared);
    if (other && other !== target) throw new Error(`Two job events are called ${declared}`);
    classes.set(declared, target);
  };
}

export function declaredKinds(): string[] {
  return [...classes.keys()];
}

export function kindOf(target: JobEventClass): string {
  const { kind } = target;
  if (!kind) throw new Error(`${target.name} is no job event: it has no static kind`);
  if (kind.length > 100) throw new Error(`The kind ${kind} is too long`);
  return kind;
}

export function kindOfEvent(event: object): string {
  return kindOf(event.constructor as JobEventClass);
}

/** The event's fields as they will come back from the database; refuses what JSON would change silently. */
export function payloadOf(event: object): Record<string, unknown> {
  const payload = { ...event } as Record<string, unknown>;
  for (const [field, value] of Object.entries(payload)) {
    if (!isPlain(value)) throw new Error(`${event.constructor.name}.${field} does not survive JSON`);
  }
  return payload;
}

export function revive<E extends object>(target: JobEventClass<E>, payload: object): E {
  return Object.assign(Object.create(target.prototype as object) as E, payload);
}

function isPlain(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every((item) => item !== undefined && isPlain(item));
  if (typeof value !== 'object') return false;
  const isRecord = Object.getPrototypeOf(Object.getPrototypeOf(value) ?? {}) === null && !('toJSON' in value);
  return isRecord && Object.values(value).every(isPlain);
}
