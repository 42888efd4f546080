import { readBundled } from '../bundled-data';
import { bundledCalendar, readNotice } from './calendars';
import { citation, EffectiveRegulation } from './effective-regulation';
import { periodLabel } from './period';
import type { Regulation } from './regulation';
import { readRegulation } from './regulation-reader';

const bundled = readBundled('regulations').map(({ name, data }) => readRegulation(data, name));
const national = bundled.filter(({ level }) => level === 'national');
const calendar = bundledCalendar();
const at = (local: string | Regulation | null): EffectiveRegulation =>
  new EffectiveRegulation(
    national,
    typeof local === 'string' ? (bundled.find(({ code }) => code === local) ?? null) : local,
    calendar,
  );

const local = (parts: Record<string, unknown>): Regulation =>
  readRegulation(
    {
      code: 'shifan-2026',
      version: 1,
      level: 'local',
      title: '示范县政府网站管理办法',
      documentNumber: '示政办发〔2026〕1号',
      issuer: '示范县人民政府办公室',
      issuedOn: '2026-01-05',
      effectiveOn: '2026-02-01',
      articles: [{ key: 'a', article: '第五条', text: '从严' }],
      ...parts,
    },
    'spec',
  );

describe('规定合并', () => {
  it('gives the floor alone where no local regulation was chosen', () => {
    const floor = at(null);

    expect(floor.code).toBe('national-floor');
    expect(periodLabel(floor.updateCycles.news!.value)).toBe('14天');
    expect(floor.updateCycles.static).toBeNull();
    expect(floor.reviewSteps('routine')).toEqual(['initialReview']);
    expect(floor.reviewSteps('important')).toEqual(['initialReview', 'secondReview', 'finalReview']);
  });

  it('cites the local document for a figure that it shares with the floor', () => {
    const { basis } = at('guzhang-2020').replyLimits.suggestion;

    expect(citation(basis)).toBe('《古丈县政府网站管理办法》（古政办函〔2020〕9号）第十三条');
    expect(basis.status).toBe('confirmed');
  });

  it('inherits from the floor what dezhou-2013 leaves open, and adds the yearly drill', () => {
    const dezhou = at('dezhou-2013');

    expect(dezhou.updateCycles.policy!.basis.regulation).toBe('national-floor');
    expect(dezhou.replyLimits.mistakeReport.value).toEqual({ count: 3, unit: 'workingDays' });
    expect(dezhou.yearly['drillsPerYear']!.value).toBe(1);
    expect(dezhou.isOn('portalVersionPrevails')).toBe(true);
    expect(dezhou.switches['subSites']).toMatchObject({ value: 'domain' });
  });

  it('takes the shorter cycle and limit and the longer review, whoever states it', () => {
    const strict = at(
      local({
        updateCycles: { news: { limit: { workingDays: 5 }, article: 'a', status: 'confirmed' } },
        review: {
          general: {
            steps: ['initialReview', 'secondReview', 'finalReview'],
            article: 'a',
            status: 'confirmed',
          },
        },
        replyLimits: { suggestion: { limit: { workingDays: 5 }, article: 'a', status: 'confirmed' } },
        lifeCycle: { suspendMaxDays: { value: 15, article: 'a', status: 'confirmed' } },
      }),
    );

    expect(strict.updateCycles.news!.value).toEqual({ count: 5, unit: 'workingDays' });
    expect(strict.reviewSteps('general')).toHaveLength(3);
    expect(strict.replyLimits.suggestion.value.count).toBe(5);
    expect(strict.lifeCycle.suspendMaxDays.value).toBe(15);
  });

  it('lets no local text relax the floor', () => {
    const lax = at(
      local({
        updateCycles: { news: { limit: { months: 3 }, article: 'a', status: 'confirmed' } },
        review: { important: { steps: ['initialReview'], article: 'a', status: 'confirmed' } },
        replyLimits: {
          suggestion: { limit: { months: 5 }, article: 'a', status: 'confirmed' },
          hardStop: { limit: { months: 6 }, article: 'a', status: 'confirmed' },
        },
        lifeCycle: {
          suspendMaxDays: { value: 90, article: 'a', status: 'confirmed' },
          closingNoticeMonths: { value: 3, article: 'a', status: 'confirmed' },
        },
      }),
    );

    expect(periodLabel(lax.updateCycles.news!.value)).toBe('14天');
    expect(lax.reviewSteps('important')).toHaveLength(3);
    expect(periodLabel(lax.replyLimits.suggestion.value)).toBe('7个工作日');
    expect(periodLabel(lax.replyLimits.hardStop.value)).toBe('3个月');
    expect(lax.lifeCycle.suspendMaxDays.value).toBe(30);
    expect(lax.lifeCycle.closingNoticeMonths.value).toBe(3);
  });

  it('answers a channel that updates more often than its class with its own cycle, never a longer one', () => {
    const floor = at(null);

    expect(floor.updateCycle('other', 60)?.value).toEqual({ count: 60, unit: 'days' });
    expect(floor.updateCycle('news', 60)?.value).toEqual({ count: 14, unit: 'days' });
    expect(floor.updateCycle('static')).toBeNull();
  });

  it.each([
    ['mistakeReport', '2026-04-28T10:00:00+08:00', '2026-05-06T23:59:59+08:00'],
    ['suggestion', '2026-09-29T10:00:00+08:00', '2026-10-14T23:59:59+08:00'],
    ['verification', '2026-09-29T10:00:00+08:00', '2026-10-26T23:59:59+08:00'],
    ['hardStop', '2026-02-28T10:00:00+08:00', '2026-05-28T23:59:59+08:00'],
  ] as const)('counts the %s limit from %s to %s', (replyClass, received, due) => {
    expect(at('guzhang-2020').replyDueAt(replyClass, new Date(received))).toEqual(new Date(due));
  });

  it('gives a grave finding one working day and a general one five', () => {
    const dispatched = new Date('2026-02-10T09:00:00+08:00');

    expect(at(null).rectificationDueAt('grave', dispatched)).toEqual(new Date('2026-02-11T23:59:59+08:00'));
    expect(at(null).rectificationDueAt('general', dispatched)).toEqual(new Date('2026-02-24T23:59:59+08:00'));
  });
});

describe('指标数据', () => {
  const floor = at(null);

  it('holds every veto, deduction and bonus of the national table', () => {
    const count = (part: string): number => floor.indicators.filter((rule) => rule.part === part).length;

    expect({ veto: count('veto'), deduction: count('deduction'), bonus: count('bonus') }).toEqual({
      veto: 16,
      deduction: 26,
      bonus: 6,
    });
  });

  it('gives the figures that the first patrol measures by', () => {
    expect(floor.indicator('V-W3')).toMatchObject({ window: { count: 14, unit: 'days' }, enabled: true });
    expect(floor.indicator('V-W4a')).toMatchObject({
      threshold: 5,
      parameters: { noticeMonths: 6, policyMonths: 6 },
    });
    expect(floor.indicator('V-W4b')).toMatchObject({ threshold: 10, window: { count: 12, unit: 'months' } });
    expect(floor.indicator('V-W4c')).toMatchObject({ threshold: 5, window: null });
    expect(floor.indicator('D-4.6')).toMatchObject({ scope: 'portals', patrolScope: 'allSites' });
  });

  it('lets a local table replace a row by its id', () => {
    const overlay = at(
      local({
        indicators: [
          {
            id: 'V-W4c',
            part: 'veto',
            name: '空白栏目',
            scope: 'allSites',
            threshold: 3,
            unit: 'channel',
            points: 0,
            enabled: true,
            article: 'a',
            status: 'confirmed',
            ruleText: '空白栏目达到3个的，单项否决',
          },
        ],
      }),
    );

    expect(overlay.indicator('V-W4c')).toMatchObject({ threshold: 3, basis: { regulation: 'shifan-2026' } });
    expect(overlay.indicators).toHaveLength(floor.indicators.length);
  });
});

describe('规定文件', () => {
  it.each([
    [{ level: 'county' }, 'level'],
    [
      { updateCycles: { news: { limit: { weeks: 2 }, article: 'a', status: 'confirmed' } } },
      'updateCycles.news',
    ],
    [
      { updateCycles: { gossip: { limit: { days: 2 }, article: 'a', status: 'confirmed' } } },
      'updateCycles.gossip',
    ],
    [
      { replyLimits: { suggestion: { limit: { days: 2 }, article: 'b', status: 'confirmed' } } },
      'suggestion.article',
    ],
    [
      { review: { general: { steps: ['fourthReview'], article: 'a', status: 'confirmed' } } },
      'review.general',
    ],
    [{ issuedOn: '2026-02-30' }, 'issuedOn'],
  ])('is refused with the place of the fault: %j', (parts, place) => {
    expect(() => local(parts)).toThrow(place);
  });
});

describe('日历文件', () => {
  it('holds 2025 and 2026 and says that 2027 has no notice yet', () => {
    expect([2025, 2026, 2027].map((year) => calendar.isKnown(year))).toEqual([true, true, false]);
    expect(calendar.isWorkingDay('2026-02-14')).toBe(true);
    expect(calendar.isWorkingDay('2026-02-20')).toBe(false);
    expect(calendar.isWorkingDay('2025-10-11')).toBe(true);
    expect(calendar.addWorkingDays('2026-01-30', 20)).toBe('2026-03-05');
  });

  it('is refused when a range runs backwards', () => {
    expect(() => readNotice({ year: 2026, off: ['2026-02-03..2026-02-01'] }, 'spec')).toThrow(
      '2026-02-03..2026-02-01',
    );
  });
});
