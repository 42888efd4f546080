import '../../apps/console-api/src/console.module';
import { getMetadataStorage, validateSync } from 'class-validator';

type Made = (new () => object) & { readonly prototype?: object };
interface Rule {
  readonly propertyName: string;
  readonly type: string;
}
const LEAVE = 'conditionalValidation';
const HAN = /\p{Script=Han}/u;

const all = (getMetadataStorage() as unknown as { validationMetadatas: ReadonlyMap<Made, readonly Rule[]> })
  .validationMetadatas;
const own = (of: Made): readonly Rule[] => all.get(of) ?? [];
const parentOf = (of: Made): Made => Object.getPrototypeOf(of) as Made;

function leaves(of: Made, field: string): boolean {
  // Above the topmost class stands a function without a prototype of its own.
  if (of.prototype === undefined) return false;
  const here = own(of).some(({ propertyName, type }) => propertyName === field && type === LEAVE);
  return here || leaves(parentOf(of), field);
}

/** Fields that a class states again, although the class above lets them be left out. */
const stated = [...all.keys()].flatMap((of) =>
  [...new Set(own(of).map(({ propertyName }) => propertyName))]
    .filter((field) => leaves(parentOf(of), field))
    .map((field) => [of.name, field, of] as const),
);

describe('what a form must have', () => {
  it('is looked for in every class that extends another', () => {
    expect(stated.map(([name, field]) => `${name}.${field}`)).toEqual(
      expect.arrayContaining(['NewChannelDto.name', 'DraftArticleDto.title', 'DraftTopicDto.path']),
    );
  });

  it.each(stated)('%s is refused without %s, in Chinese', (_name, field, of) => {
    const faults = validateSync(new of()).filter(({ property }) => property === field);

    expect(faults).toHaveLength(1);
    expect(Object.values(faults[0]?.constraints ?? {}).join()).toMatch(HAN);
  });
});
