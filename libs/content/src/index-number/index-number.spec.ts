import {
  formatIndexNumber,
  indexNumberScope,
  isIndexTemplate,
  NATIONAL_TEMPLATE,
  organisationNine,
} from './index-number';

const facts = {
  organisationCode: '11341126000143490Y',
  siteCode: '3411260001',
  year: 2026,
  month: 3,
  day: 5,
};

describe('索引号', () => {
  it('has twenty characters in the national form', () => {
    const number = formatIndexNumber(
      NATIONAL_TEMPLATE,
      { ...facts, organisationCode: '00001434-9', year: 2017 },
      110,
    );

    expect(number).toBe('000014349/2017-00110');
    expect(number).toHaveLength(20);
  });

  it('finds the organisation code inside a unified social credit code', () => {
    expect(organisationNine('113411260001434904')).toBe('000143490');
    expect(organisationNine('00014349-0')).toBe('000143490');
    expect(organisationNine('12')).toBe('');
  });

  it('counts each year and each organisation by itself', () => {
    expect(indexNumberScope(NATIONAL_TEMPLATE, facts)).toBe('000143490/2026-#');
    expect(indexNumberScope(NATIONAL_TEMPLATE, { ...facts, year: 2027 })).not.toBe(
      indexNumberScope(NATIONAL_TEMPLATE, facts),
    );
  });

  it('follows a local template', () => {
    expect(formatIndexNumber('{siteCode}/{year}10-{serial5}', facts, 13)).toBe('3411260001/202610-00013');
    expect(formatIndexNumber('{area6}-{year}{month}{day}-{serial3}', facts, 7)).toBe('341126-20260305-007');
    expect(formatIndexNumber('{credit18}/{year}-{serial5}', facts, 7)).toBe('11341126000143490Y/2026-00007');
  });

  it.each([
    ['{org9}/{year}-{serial5}', true],
    ['示{year}第{serial4}号', true],
    ['{org9}/{year}', false],
    ['{org9}/{serial5}', false],
    ['{org9}/{year}-{serial5}-{serial5}', false],
    ['{credit18}/{year}{month}-{serial5}', true],
    ['{area6}-{year}{month}{day}-{serial3}', true],
    ['{org9}/{year}{serial5}', false],
    ['{org9}/{year}{day}-{serial5}', false],
    ['{org9}/{year}-{serial2}', false],
    ['<b>{year}{serial5}', false],
  ])('judges the template %s: %s', (template, expected) => {
    expect(isIndexTemplate(template)).toBe(expected);
  });
});
